import type { Tolls } from '../../db/schema/columns.ts';
import { EVIDENCE, PARTIES } from '../../db/schema/vocabulary.ts';
import type { Question } from '../question/question.ts';
import type { Block } from '../reply/reply.ts';
import type { TollByMeasure, Total } from './answer.ts';
import { onlySide, saySides, sayTotal } from './figures.ts';
import { countedOf, scopeOf, soughtOf } from './understood.ts';
import type { View } from './view.ts';

export const text = (content: string): Block => ({ kind: 'text', content: [content] });
export const bold = (content: string): Block => ({ kind: 'text', content: [{ style: 'bold', text: content }] });

/** "near As-Sukhnah (30 km) in April 2023"; what nothing narrows is "in the store". */
export const sayScope = ({ question, saying, voice }: View): string => scopeOf(question, saying) ?? voice.t('in-store');

/** Which toll a measure leads with. */
const FIRST = {
  killed: 'killed',
  wounded: 'wounded',
  killed_or_wounded: 'killed',
  captured: 'captured',
  missing: 'missing',
} as const satisfies Record<string, keyof TollByMeasure>;

/** People of a side are asked for, not incidents: what counts is theirs, not everybody's. */
export const isMeasured = ({ answer: { total }, question }: View): boolean =>
  total.asked !== null && peopleOf(total, question) !== null;

/** The tolls that answer a question about people, and which of them comes first; null where incidents are asked for. */
export function peopleOf(total: Total, { casualties }: Question): { tolls: TollByMeasure; first: keyof TollByMeasure } | null {
  if (casualties?.op !== 'sum' && casualties?.op !== 'avg') return null;
  // "how many soldiers": theirs, not everybody's
  return { tolls: total.asked ?? total, first: FIRST[casualties.field] };
}

/** The figure that was asked for, first, in one sentence. */
export function headline(view: View): Block {
  const { answer, question, voice, saying } = view;
  const { t } = voice;
  const { total } = answer;
  const scope = sayScope(view);
  if (total.incidents === 0) return bold(t('headline-possible', { what: soughtOf(question, saying), scope, n: total.possible }));
  const count = countedOf(total.incidents, question, saying);
  const people = peopleOf(total, question);
  if (!people) return bold(t('headline', { count, scope, toll: sayTotal(total, voice) }));
  const toll = sayTotal({ incidents: total.incidents, ...people.tolls }, voice, people.first);
  return bold(t('headline-people', { count, scope, toll }));
}

/** Tolls are kept by side: where the question names less than a side, the figure is the whole side's. */
export function askedSides(view: View): Block[] {
  const { total } = view.answer;
  const { t } = view.voice;
  if (!isMeasured(view) || !total.asked || total.asked.exact || total.incidents === 0) return [];
  const { role, parties } = total.asked;
  const named = role === 'target' ? parties : PARTIES.filter((party) => !parties.includes(party));
  const sides = named.map((party) => t(`party.${party}`));
  return [text(t(role === 'target' ? 'asked-sides' : 'asked-sides-others', { sides: t.list(sides) }))];
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
