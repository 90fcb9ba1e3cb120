import type { Block } from '../reply/reply.ts';
import { isMeasured } from './headline.ts';
import { incidentItem, type Whose } from './incident-lines.ts';
import type { View } from './view.ts';

/** How many incidents there are to list: "the last five" are five, however many fit. */
export const toList = ({ answer, question: { limit, group_by } }: View): number =>
  limit !== null && group_by === null ? Math.min(limit, answer.total.incidents) : answer.total.incidents;

/** How many incidents of the page the reply lists. */
export const shownIncidents = ({ answer, detail }: View): number => Math.min(answer.incidents.length, detail.page);

/** Whose losses the figure above is the sum of: only then do the lines add up to it. */
const whoseOf = (view: View): Whose => (isMeasured(view) ? (view.answer.total.asked?.parties ?? null) : null);

/** The page of what counts, numbered through all pages; with where it stands among them where it is not all. */
export function incidentList(view: View): Block[] {
  const { answer, voice, detail } = view;
  const shown = answer.incidents.slice(0, detail.page);
  if (shown.length === 0) return [];
  const list: Block = {
    kind: 'list',
    ordered: true,
    start: answer.offset + 1,
    items: shown.map((incident) => incidentItem(incident, detail.incidents, voice, whoseOf(view))),
  };
  const all = shown.length >= toList(view);
  const where = voice.t('shown', { from: answer.offset + 1, to: answer.offset + shown.length, of: answer.total.incidents });
  return all ? [list] : [list, { kind: 'note', tone: 'plain', content: [where] }];
}
