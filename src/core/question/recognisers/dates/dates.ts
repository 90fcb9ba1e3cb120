import { createIslamicCalendar } from '../../calendar.ts';
import type { Finding, Recogniser } from '../../finding.ts';
import type { DateLexicon } from '../../lexicon/date-lexicon.ts';
import type { Assumption } from '../../question.ts';
import type { Text } from '../../text.ts';
import { type Atom, createAtomReader } from './atoms.ts';
import { dateClasses } from './classes.ts';
import { createJoiner, type Dated, joinAtoms } from './join.ts';

const said = (text: Text, start: number, end: number): string =>
  text.raw.slice(text.tokens[start]?.start ?? 0, text.tokens[end - 1]?.end ?? 0);

/** 3/4 may be read two ways, 13/4 and 4/4 cannot. */
const ambiguousDay = (text: Text, { start }: Atom): boolean => {
  const [day, , month] = text.tokens.slice(start, start + 3).map((t) => Number(t.norm));
  return day !== undefined && day <= 12 && day !== month;
};

function assumptionsOf(text: Text, { atoms, period, start, end }: Dated): Assumption[] {
  const made: Assumption[] = [];
  // a year that one end named goes for both: nothing was assumed
  if (atoms.every((a) => a.inYear)) {
    made.push({ kind: 'year', said: said(text, start, end), from: period.from ?? period.to, to: period.to });
  }
  for (const atom of atoms) {
    const words = said(text, atom.start, atom.end);
    const { from, to } = atom.span;
    if (atom.assumes === 'day_first' && ambiguousDay(text, atom)) made.push({ kind: 'day_first', said: words, day: from });
    if (atom.assumes === 'part_of_period' || atom.assumes === 'season' || atom.assumes === 'calendar') {
      made.push({ kind: atom.assumes, said: words, from, to });
    }
  }
  return made;
}

/** Days, periods and open ranges in every language of the lexicons at once. All tables are made here, once. */
export function createDateRecogniser(lexicons: readonly DateLexicon[]): Recogniser {
  const classes = dateClasses(lexicons);
  const readAtoms = createAtomReader(lexicons, classes);
  const joiner = createJoiner(lexicons);
  const islamic = createIslamicCalendar();
  return (text, { now }) => {
    const { atoms, impossible } = readAtoms(text, { now, islamic });
    const dates = joinAtoms(text, atoms, joiner, now).map((dated): Finding => {
      const common = {
        start: dated.start,
        end: dated.end,
        exactness: 'exact' as const,
        assumptions: assumptionsOf(text, dated),
        by: 'dates',
      };
      if (dated.asOf) return { kind: 'as_of', day: dated.period.to, ...common };
      return {
        kind: 'time',
        period: dated.period,
        ...(dated.periods.length > 1 ? { periods: dated.periods } : {}),
        ...(dated.isStretch ? { isStretch: true as const } : {}),
        ...(dated.atoms.length === 1 && dated.atoms[0]?.rule === 'unit_before'
          ? { unitBefore: dated.atoms[0].unit ?? 'month' }
          : {}),
        ...(dated.ends.length > 0 ? { ends: dated.ends } : {}),
        ...(dated.isSetBeside ? { isSetBeside: true as const } : {}),
        ...common,
      };
    });
    const none = impossible.map(
      ({ start, end }): Finding => ({
        kind: 'impossible',
        about: 'no_such_date',
        start,
        end,
        exactness: 'exact',
        assumptions: [],
        by: 'dates',
      }),
    );
    const isClear = ({ start, end }: Finding) => !none.some((one) => one.start < end && start < one.end);
    return [...dates.filter(isClear), ...none].sort((a, b) => a.start - b.start);
  };
}
