import type { Range, Tolls } from '../../db/schema/columns.ts';
import { MEASURES, type Measure, PARTIES } from '../../db/schema/vocabulary.ts';
import type { Translator } from '../reply/translator.ts';
import type { Toll, TollByMeasure, Total } from './answer.ts';
import { incidentToll, TOTAL_MEASURES } from './toll.ts';
import type { Voice } from './voice.ts';

type Bounds = Pick<Range, 'low' | 'high'> & { best?: number | null };

/** What kind of thing is known: the attribute of the message, and the numbers that it needs. `n` decides the plural. */
interface Figure {
  shape: 'none' | 'exact' | 'about' | 'range' | 'best' | 'least' | 'least-best' | 'most' | 'some' | 'unknown';
  n: number;
  low: number;
  high: number;
}

export function figureOf(bounds: Bounds, known: boolean, approximate = false): Figure {
  const low = bounds.low ?? 0;
  const best = bounds.best ?? low;
  const { high } = bounds;
  const figure = (shape: Figure['shape'], n: number): Figure => ({ shape, n, low, high: high ?? n });
  if (!known) return figure('unknown', 0);
  if (high === null) {
    if (low === 0 && best === 0) return figure('some', 0);
    if (best > low) return low === 0 ? figure('about', best) : figure('least-best', best);
    return approximate ? figure('about', low) : figure('least', low);
  }
  if (low === high) return low === 0 ? figure('none', 0) : figure(approximate ? 'about' : 'exact', low);
  if (best > low && best < high) return figure('best', best);
  return low === 0 ? figure('most', high) : figure('range', low);
}

const MESSAGES = {
  killed: 'killed',
  wounded: 'wounded',
  captured: 'captured',
  missing: 'missing',
  killed_or_missing: 'killed-or-missing',
  escaped: 'escaped',
} as const satisfies Record<Measure, string>;

const values = ({ n, low, high }: Figure) => ({ n, low, high });

const says = (measure: Measure, figure: Figure, t: Translator) => t(`${MESSAGES[measure]}.${figure.shape}`, values(figure));

const isKnown = (toll: Bounds) => toll.low !== null || toll.high !== null || (toll.best ?? null) !== null;
const isSaid = (toll: Toll | undefined): toll is Toll =>
  toll !== undefined && isKnown(toll) && !(toll.low === 0 && toll.high === 0);

/** "7 to 8 killed", "at least 13 wounded", "killed not known". */
export const sayToll = (measure: Measure, toll: Bounds, { t }: Voice, approximate = false): string =>
  says(measure, figureOf(toll, isKnown(toll), approximate), t);

/** "7 to 8", for tables. */
export const bareFigure = (toll: Bounds, { t }: Voice, approximate = false): string => {
  const figure = figureOf(toll, isKnown(toll), approximate);
  return t(`figure.${figure.shape}`, values(figure));
};

const list = (parts: readonly string[], { t }: Voice) => t.list(parts);

/** The dead first, known or not; then whatever else is known and not nought. */
export function sayTolls(tolls: TollByMeasure, voice: Voice, first: keyof TollByMeasure = 'killed'): string {
  const rest = TOTAL_MEASURES.filter((measure) => measure !== first && isSaid(tolls[measure]));
  return list(
    [first, ...rest].map((measure) => sayToll(measure, tolls[measure], voice)),
    voice,
  );
}

/** A total, and how many of its incidents have no toll. */
export function sayTotal(
  total: TollByMeasure & Pick<Total, 'incidents'>,
  voice: Voice,
  first: keyof TollByMeasure = 'killed',
): string {
  const toll = sayTolls(total, voice, first);
  const { unknown } = total[first];
  return unknown > 0 && unknown < total.incidents ? voice.t(`toll-partly.${first}`, { toll, n: unknown }) : toll;
}

const sidesOf = (tolls: Tolls, voice: Voice, approximate: boolean) =>
  PARTIES.flatMap((party) => {
    const measures = tolls[party];
    if (!measures) return [];
    const said = MEASURES.flatMap((measure) => {
      const range = measures[measure];
      return range ? [says(measure, figureOf(range, true, approximate), voice.t)] : [];
    });
    return said.length > 0 ? [{ party: voice.t(`party.${party}`), toll: list(said, voice) }] : [];
  });

/** "government side: 7 killed and at least 13 wounded; civilians: up to 1 killed". */
export const saySides = (tolls: Tolls, voice: Voice, approximate = false): string =>
  voice.apart(sidesOf(tolls, voice, approximate).map((side) => voice.t('toll-of-party', side)));

/** The one side that has losses, where it is one alone. */
export const onlySide = (tolls: Tolls, voice: Voice): string | null => {
  const [only, more] = sidesOf(tolls, voice, false);
  return only && !more ? only.party : null;
};

/** The same; one party alone: "6 killed (government side)". */
export function sayParties(tolls: Tolls, voice: Voice, approximate = false): string {
  const [only, more] = sidesOf(tolls, voice, approximate);
  return only && !more ? voice.t('toll-of-one-party', only) : saySides(tolls, voice, approximate);
}

/** All parties together, whatever was measured: "9 killed", "at least 12 killed or missing". '' where there is no figure at all. */
export function sayAllParties(tolls: Tolls, voice: Voice, approximate = false): string {
  const measured = MEASURES.filter((measure) => PARTIES.some((party) => tolls[party]?.[measure]));
  return list(
    measured.map((measure) => sayToll(measure, incidentToll(tolls, measure), voice, approximate)),
    voice,
  );
}
