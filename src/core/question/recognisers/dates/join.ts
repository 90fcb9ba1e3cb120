import { addDays, type DaySpan, unitSpan, weekSpan, yearOf } from '../../calendar.ts';
import { type DateLexicon, MODES, type Mode } from '../../lexicon/date-lexicon.ts';
import type { Period } from '../../question.ts';
import { fold, type Text, type Token } from '../../text.ts';
import { type Amount, createAmounts, type Side, spanAround } from './around.ts';
import type { Atom } from './atoms.ts';

/** A date as it stands in the sentence, with the words that bend it. */
export interface Dated {
  start: number;
  end: number;
  period: Period;
  /** Each date by itself where several were named side by side. */
  periods: Period[];
  atoms: Atom[];
  asOf: boolean;
  /** "between A and B". */
  isStretch: boolean;
  /** Of "2021 to 2022" without "from": in a comparison they are set side by side. */
  ends: Period[];
  /** "before and after A", "A versus B": to be set side by side. */
  isSetBeside: boolean;
}

/** What may stand after "from April on". */
const FOLLOWS_ONWARD = new Set(
  'just to on less more no up not at within in near around across within throughout inside at along between per by north south east west and or broken split grouped sorted ordered month monthly please how what which'.split(
    ' ',
  ),
);

type Join = 'to' | 'and' | 'versus';
const LONGEST_PHRASE = 5;

const phraseMap = <K extends string>(rows: Iterable<readonly [K, readonly string[]]>): ReadonlyMap<string, K> => {
  const map = new Map<string, K>();
  for (const [key, phrases] of rows) for (const phrase of phrases) if (!map.has(fold(phrase))) map.set(fold(phrase), key);
  return map;
};

/** The words of some tokens as phrases are written; the first may lose an attached و or ف. */
const wordings = (tokens: readonly Token[]): string[] => {
  const rest = tokens.slice(1).map((t) => t.norm);
  return (tokens[0]?.forms ?? []).filter((f) => !f.article && /^[وف]?$/u.test(f.prefix)).map((f) => [f.norm, ...rest].join(' '));
};

export function createJoiner(lexicons: readonly DateLexicon[]) {
  const modes = (pick: (l: DateLexicon) => DateLexicon['before']) =>
    phraseMap(lexicons.flatMap((l) => MODES.map((mode) => [mode, pick(l)[mode] ?? []] as const)));
  const before = modes((l) => l.before);
  const behind = modes((l) => l.behind);
  const joins = phraseMap<Join>(
    lexicons.flatMap((l) => [['to', l.to] as const, ['and', l.and] as const, ['versus', l.versus] as const]),
  );

  /** The longest phrase that ends right before `at`. */
  const leadOf = (text: Text, at: number, floor: number): { mode: Mode; start: number } | null => {
    for (let start = Math.max(floor, at - LONGEST_PHRASE); start < at; start++) {
      for (const wording of wordings(text.tokens.slice(start, at))) {
        const mode = before.get(wording);
        if (mode) return { mode, start };
      }
    }
    return null;
  };

  const tailOf = (text: Text, at: number): { mode: Mode; end: number } | null => {
    for (let end = Math.min(text.tokens.length, at + 2); end > at; end--) {
      const wording = text.tokens
        .slice(at, end)
        .map((t) => t.norm)
        .join(' ');
      const mode = behind.get(wording);
      const next = text.tokens[end];
      // "from April on in Homs" but not "from April on the army"
      if (mode && (wording !== 'on' || !next || next.kind === 'mark' || next.kind === 'number' || FOLLOWS_ONWARD.has(next.norm)))
        return { mode, end };
    }
    return null;
  };

  /** "before and after": what stands before the second of the two, and where. */
  const otherSide = (text: Text, lead: { mode: Mode; start: number }, floor: number): { mode: Mode; start: number } | null => {
    if (lead.mode !== 'after' && lead.mode !== 'before') return null;
    const isJoined = joins.get(text.tokens[lead.start - 1]?.norm ?? '') === 'and';
    const isAttached = text.tokens[lead.start]?.forms.some(
      ({ norm, prefix }) => prefix === 'و' && before.get(norm) === lead.mode,
    );
    if (!isJoined && !isAttached) return null;
    const other = leadOf(text, isJoined ? lead.start - 1 : lead.start, floor);
    return other && (other.mode === 'before' || other.mode === 'after') && other.mode !== lead.mode ? other : null;
  };

  const joinOf = (text: Text, a: Atom, b: Atom): Join | null => {
    const between = text.tokens.slice(a.end, b.start);
    if (between.length > LONGEST_PHRASE) return null;
    const prefix = /[وفل]/u.exec(b.prefix)?.[0] ?? '';
    const rest = [...between.map((t) => t.norm), prefix].filter(Boolean).join(' ');
    return (
      joins.get(rest) ??
      wordings(between)
        .map((w) => joins.get(w))
        .find((j) => j !== undefined) ??
      null
    );
  };

  return { leadOf, tailOf, otherSide, joinOf, amounts: createAmounts(lexicons) };
}
export type Joiner = ReturnType<typeof createJoiner>;

const moved = (atom: Atom, year: number): Atom => {
  const span = atom.inYear?.(year);
  return span ? { ...atom, span } : atom;
};

/** A year that one end of a stretch names goes for the other end too: "from January to March 2023", "from November 2022 to February". */
export function shareYear(a: Atom, b: Atom): [Atom, Atom] {
  const following = (x: Atom, year: number) => {
    const same = moved(x, year);
    return same.span.to >= a.span.from ? same : moved(x, year + 1);
  };
  if (b.inYear && !a.inYear) return [a, following(b, yearOf(a.span.from))];
  if (!a.inYear) return [a, b];
  const same = moved(a, yearOf(b.span.to));
  return [same.span.from <= b.span.from ? same : moved(a, yearOf(b.span.to) - 1), b];
}

const envelope = (spans: readonly DaySpan[]): DaySpan => ({
  from: spans.map((s) => s.from).reduce((x, y) => (x < y ? x : y)),
  to: spans.map((s) => s.to).reduce((x, y) => (x > y ? x : y)),
});

/** What a mode makes of a stretch. Named periods stay whole; "since" runs to today. */
export const BENT = {
  at: ({ from, to }) => ({ from, to }),
  from: ({ from, to }) => ({ from, to }),
  between: ({ from, to }) => ({ from, to }),
  since: ({ from, to }, now) => ({ from, to: to > now ? to : now }),
  after: ({ to }, now) => ({ from: addDays(to, 1), to: now > to ? now : addDays(to, 1) }),
  before: ({ from }) => ({ from: null, to: addDays(from, -1) }),
  until: ({ to }) => ({ from: null, to }),
  week_of: ({ from }) => weekSpan(from),
  as_of: ({ to }) => ({ from: null, to }),
} satisfies Record<Mode, (span: DaySpan, now: string) => Period>;

/** Begin-of-period wordings that mean "since" after a bare "from": from the start of the year, من أول أيار. */
const OPENS = new Set(['part_of_month', 'part_of_year', 'part_of_unit']);

/** "2021 to 2022", and no hyphen: "2021-2022" is a stretch in any sentence. */
const isLooseTo = ({ tokens }: Text, [a, b]: readonly Atom[]): boolean =>
  a !== undefined && b !== undefined && tokens.slice(a.end, b.start).every(({ kind }) => kind === 'word');

/** Rules whose wordings say so many of a unit, which another date may follow: خلال أسبوعين بعد, قبل أسبوع من. */
const AMOUNTS = new Set(['rolling', 'ago', 'rolling_one', 'unit_before']);

interface Around {
  first: Atom;
  lead: { mode: Mode; start: number } | null;
  last: Dated | undefined;
  floor: number;
}

/** "A week before 5 May", "within two weeks of 5 May", بعد 5 أيار بأسبوع: the stretch beside the date, and its words. */
function besideOf(text: Text, joiner: Joiner, { first, lead, last, floor }: Around): (Amount & { side: Side }) | null {
  const start = lead?.start ?? first.start;
  const [amount] = last?.atoms ?? [];
  const isAfterAmount = last !== undefined && last.end === start && last.atoms.length === 1 && AMOUNTS.has(amount?.rule ?? '');
  if (isAfterAmount && amount?.unit) {
    const side = sideOf(lead?.mode, amount);
    if (side) return { start: last.start, end: first.end, n: amount.n, unit: amount.unit, side };
  }
  if (!lead) return null;
  const isNear = lead.mode === 'at' && text.tokens[lead.start]?.norm === 'of';
  const side: Side | null = lead.mode === 'before' || lead.mode === 'after' ? lead.mode : isNear ? 'both' : null;
  if (!side) return null;
  const behind = side === 'both' ? null : joiner.amounts.startingAt(text, first.end);
  if (behind) return { ...behind, start: lead.start, side };
  const before = joiner.amounts.endingAt(text, lead.start);
  if (!before || before.start < floor) return null;
  const opening = joiner.leadOf(text, before.start, floor);
  if (side === 'both' && text.tokens[before.start - 1]?.norm !== 'within') return null;
  return { ...before, start: opening?.mode === 'at' ? opening.start : before.start, end: first.end, side };
}

/** By the word between an amount and the date, or by the amount's own: "the week before". */
function sideOf(mode: Mode | undefined, amount: Atom): Side | null {
  if (mode === 'before' || mode === 'after') return amount.rule === 'ago' ? null : mode;
  if (amount.rule === 'ago') return mode === 'from' ? 'before' : null;
  return amount.rule === 'unit_before' && mode === undefined ? 'before' : null;
}

export function joinAtoms(text: Text, atoms: readonly Atom[], joiner: Joiner, now: string): Dated[] {
  const found: Dated[] = [];
  let floor = 0;
  for (let i = 0; i < atoms.length; i++) {
    const first = atoms[i];
    if (!first) continue;
    const lead = joiner.leadOf(text, first.start, floor);
    const other = lead && joiner.otherSide(text, lead, floor);
    let mode: Mode = lead?.mode ?? (first.prefix.includes('ل') && first.rule === 'now' ? 'until' : 'at');
    let chain = [first];
    let how: Join | null = null;
    for (let next = atoms[i + 1]; next; next = atoms[i + 1]) {
      const said = joiner.joinOf(text, chain.at(-1) ?? first, next);
      // "between last March and now"
      const join = said === 'and' && mode === 'between' && next.rule === 'now' ? 'to' : said;
      if (!join || (how !== null && how !== join) || (how === 'to' && chain.length > 1)) break;
      // "since 2021 and in May" are two dates, "since January until March" is one stretch
      if (join !== 'to' && !['at', 'from', 'between'].includes(mode)) break;
      if (next.rule === 'now' && join !== 'to') break;
      how = join;
      chain = [...chain, next];
      i++;
    }
    const last = chain.at(-1) ?? first;
    if (first.rule === 'now' && chain.length === 1 && mode !== 'until') continue;
    const tail = joiner.tailOf(text, last.end);
    // "before April and after"
    const sides = other ?? (chain.length === 1 && mode === 'before' && tail?.mode === 'since' ? lead : null);
    if (sides) mode = 'before';
    else if (chain.length === 1 && tail) mode = tail.mode;
    else if (mode === 'from' && chain.length === 1 && OPENS.has(first.rule) && first.span.from <= now) mode = 'since';
    if (chain.length > 1) {
      const [a, b] = shareYear(first, last);
      chain = [a, ...chain.slice(1, -1).map((x) => shareYear(x, b)[0]), b];
    }
    const spans = chain.map((a) => a.span);
    spans.forEach((span, at) => {
      const before = spans[at - 1];
      const unit = chain[at]?.rule === 'unit_before' ? chain[at]?.unit : null;
      if (before && unit) spans[at] = unitSpan(unit, before.from, -1);
      else spans[at] = span;
    });
    const stretch = envelope(spans);
    const ends = how === 'to' && mode === 'at' && isLooseTo(text, chain) ? spans : [];
    if (how === 'to' && mode !== 'before' && mode !== 'after') mode = mode === 'until' ? 'until' : 'between';
    const beside = chain.length === 1 ? besideOf(text, joiner, { first, lead, last: found.at(-1), floor }) : null;
    if (beside) {
      if (found.at(-1)?.end === lead?.start && found.at(-1)?.start === beside.start) found.pop();
      found.push({
        start: beside.start,
        end: beside.end,
        period: spanAround(beside.side, beside, first.span),
        periods: [],
        atoms: chain,
        asOf: false,
        isStretch: true,
        ends: [],
        isSetBeside: false,
      });
      floor = beside.end;
      continue;
    }
    const bothSides = sides ? [BENT.before(stretch), BENT.after(stretch, now)] : null;
    found.push({
      start: sides?.start ?? lead?.start ?? first.start,
      end: chain.length === 1 && tail ? tail.end : last.end,
      period: bothSides ? { from: null, to: now } : BENT[mode](stretch, now),
      periods: bothSides ?? (how === 'and' || how === 'versus' ? spans : []),
      atoms: chain,
      asOf: mode === 'as_of',
      isStretch: mode === 'between',
      ends,
      isSetBeside: bothSides !== null || how === 'versus',
    });
    floor = found.at(-1)?.end ?? last.end;
  }
  return found;
}
