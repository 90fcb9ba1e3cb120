import type { Tolls } from '../../db/schema/columns.ts';
import { EVIDENCE } from '../../db/schema/vocabulary.ts';
import type { Block } from '../reply/reply.ts';
import type { TollByMeasure } from './answer.ts';
import { onlySide, saySides, sayTotal } from './figures.ts';
import { countedOf, scopeOf, soughtOf } from './understood.ts';
import type { View } from './view.ts';

export const text = (content: string): Block => ({ kind: 'text', content: [content] });
export const bold = (content: string): Block => ({ kind: 'text', content: [{ style: 'bold', text: content }] });

/** "near As-Sukhnah (30 km) in April 2023"; what nothing narrows is "in the store". */
export const sayScope = ({ question, saying, voice }: View): string => scopeOf(question, saying) ?? voice.t('in-store');

const FIRST = {
  killed: 'killed',
  wounded: 'wounded',
  killed_or_wounded: 'killed',
  captured: 'captured',
  missing: 'missing',
} as const satisfies Record<string, keyof TollByMeasure>;

/** The figure that was asked for, first, in one sentence. */
export function headline(view: View): Block {
  const { answer, question, voice, saying } = view;
  const { t } = voice;
  const { total } = answer;
  const scope = sayScope(view);
  if (total.incidents === 0) return bold(t('headline-possible', { what: soughtOf(question, saying), scope, n: total.possible }));
  const count = countedOf(total.incidents, question, saying);
  const { casualties } = question;
  const people = casualties?.op === 'sum' || casualties?.op === 'avg';
  if (!casualties || !people) return bold(t('headline', { count, scope, toll: sayTotal(total, voice) }));
  const first = FIRST[casualties.field];
  // "how many soldiers": theirs, not everybody's
  const tolls = total.asked ? { incidents: total.incidents, ...total.asked } : total;
  return bold(t('headline-people', { count, scope, toll: sayTotal(tolls, voice, first) }));
}

/** Tolls are kept by side: where the question names less than a side, the figure is the whole side's. */
export function askedSides({ answer: { total }, question, voice: { t } }: View): Block[] {
  const measured = question.casualties?.op === 'sum' || question.casualties?.op === 'avg';
  if (!measured || !total.asked || total.asked.exact || total.incidents === 0) return [];
  const sides = total.asked.parties.map((party) => t(`party.${party}`));
  return [text(t('asked-sides', { sides: t.list(sides) }))];
}

/** "By evidence: 2 fair and 5 weak." */
function evidence({ answer: { total }, voice: { t } }: View): string {
  const grades = EVIDENCE.filter((grade) => total.by_evidence[grade] > 0);
  const counts = grades.map((grade) => t('evidence-count', { n: total.by_evidence[grade], grade: t(`evidence.${grade}`) }));
  return counts.length > 0 ? t('by-evidence', { counts: t.list(counts) }) : '';
}

/** Killed, wounded, captured and missing of each side: their sum is the total. */
function sides({ answer: { total }, voice }: View): string {
  const tolls: Tolls = Object.fromEntries(
    Object.entries(total.by_party).map(([party, measures]) => [
      party,
      Object.fromEntries(Object.entries(measures).filter(([, toll]) => toll.low !== 0 || toll.high !== 0)),
    ]),
  );
  const party = onlySide(tolls, voice);
  if (party !== null) return voice.t('by-one-side', { party });
  const said = saySides(tolls, voice);
  return said === '' ? '' : voice.t('by-side', { sides: said });
}

/** What the headline's figure is made of. One incident says it in its own lines. */
export function makeUp(view: View): Block[] {
  if (view.answer.total.incidents < 2) return [];
  const said = [sides(view), evidence(view)].filter((part) => part !== '').join(' ');
  return said === '' ? [] : [text(said)];
}
