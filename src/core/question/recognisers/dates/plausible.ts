import type { DateLexicon, DateRule } from '../../lexicon/date-lexicon.ts';
import type { Text } from '../../text.ts';
import type { Atom } from './atoms.ts';
import { type dateClasses, foldedSet } from './classes.ts';

/** Rules whose names are everyday words too: they need a cue beside them. */
const WEAK_RULES: ReadonlySet<DateRule> = new Set<DateRule>(['weekday', 'season', 'month', 'islamic_month']);
const DAYS: ReadonlySet<DateRule> = new Set<DateRule>(['day', 'days', 'three_days', 'day_of_unit']);
/** قتلاها عن 10, فيها عن 10. */
const WHOSE_TOLL = /(?:ها|هم|فيه)$/u;
const ABOVE = new Set(['عن', 'علي']);
/** هالصيف: "this" and the season in one word. */
const THIS = 'هال';
/** "May's attacks". */
const OWNS = "'s";
const LONGEST_COUNT = 3;
const DIGIT = /^\d/u;

/** Whether a wording that may be a date is one, by the words around it. */
export function createPlausible(lexicons: readonly DateLexicon[], classes: ReturnType<typeof dateClasses>) {
  const setOf = (pick: (l: DateLexicon) => readonly string[]) => foldedSet(lexicons.flatMap(pick));
  const weak = setOf((l) => l.weakMonths);
  const cues = setOf((l) => l.cues);
  const spoilers = setOf((l) => l.spoilers);
  const weakSpoilers = setOf((l) => l.weakSpoilers);
  const spoilersBefore = setOf((l) => l.spoilersBefore);
  const comparatives = setOf((l) => l.comparatives);
  const thans = setOf((l) => l.thans);
  const counted = setOf((l) => l.counted);
  const numbered = setOf((l) => l.numbered);
  const notToday = setOf((l) => l.notToday);

  /** أقل من 3 بنيسان: fewer than three, and not the third. */
  const isCompared = ({ tokens }: Text, at: number): boolean => {
    const [second, first] = [tokens[at - 1]?.norm ?? '', tokens[at - 2]?.norm ?? ''];
    return (thans.has(second) && comparatives.has(first)) || (ABOVE.has(second) && WHOSE_TOLL.test(first));
  };

  /** "in November 20 km around", "3 يوم 17.5.2023", الفيلق الخامس من كانون: a number that belongs to its other side. */
  function isOthersNumber({ tokens }: Text, { start, end, rule, unit }: Atom): boolean {
    const [before, last, after] = [tokens[start - 1], tokens[end - 1], tokens[end]];
    const isYear = (last?.norm.length ?? 0) > LONGEST_COUNT;
    if (last?.kind === 'number' && !isYear && end - start > 1 && counted.has(after?.norm ?? '')) return true;
    if (rule === 'rolling' && unit === 'day' && after?.kind === 'number') return true;
    return rule === 'day' && tokens[start]?.kind !== 'number' && numbered.has(before?.norm ?? '');
  }

  return (text: Text, atom: Atom): boolean => {
    // اليوم الأكثر دموية: the day, and not today
    const isToday = atom.rule === 'days_back' && atom.end === atom.start + 1;
    if (isToday && notToday.has(text.tokens[atom.end]?.norm ?? '')) return false;
    if (DAYS.has(atom.rule) && isCompared(text, atom.start)) return false;
    if (isOthersNumber(text, atom)) return false;
    if ((!WEAK_RULES.has(atom.rule) || atom.inYear === null) && atom.rule !== 'weekday') return true;
    const words = text.tokens.slice(atom.start, atom.end);
    const before = text.tokens[atom.start - 1];
    const after = text.tokens[atom.end];
    const second = text.tokens[atom.end + 1];
    const opening =
      before === undefined &&
      (after === undefined || after.kind === 'mark' || (second !== undefined && classes.month.has(second.norm)));
    const cued = opening || (before?.forms.some((f) => cues.has(f.norm)) ?? false) || /[بلو]/u.test(atom.prefix);
    if (after && spoilers.has(after.norm)) return false;
    if (atom.rule === 'weekday') return before === undefined || cued || words.length > 1 || !spoilersBefore.has(before.norm);
    if (atom.rule === 'season' && words[0]?.norm.startsWith(THIS)) return true;
    if (atom.rule === 'season') return (cued || words.length > 1) && after?.norm !== 'of';
    const named = words.at(-1)?.forms.some((f) => weak.has(f.norm)) ?? false;
    if (!named || words.length > 1 || words.at(-1)?.norm.endsWith(OWNS)) return true;
    // "may have", but "in March on the army"
    if (after && weakSpoilers.has(after.norm) && !cued && !DIGIT.test(second?.norm ?? '')) return false;
    // "attacks Hama May": a capital inside the text, or the last word of it
    const raw = words[0]?.raw ?? '';
    const isCapital = before !== undefined && raw[0] !== raw[0]?.toLowerCase() && raw !== raw.toUpperCase();
    if (before !== undefined && (isCapital || after === undefined)) return true;
    return cued || text.tokens.filter((t) => t.kind === 'word').length <= 2;
  };
}
