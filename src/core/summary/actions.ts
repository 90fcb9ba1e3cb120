import type { Action, Block } from '../reply/reply.ts';
import { toList } from './incident-list.ts';
import { narrowerRadius, widerRadius } from './surroundings.ts';
import type { View } from './view.ts';

interface Offered {
  view: View;
  answer: string;
  /** Incidents that the reply lists. */
  listed: number;
}

type Offer = (offered: Offered) => Action[];

const SERIES = new Set(['trend', 'compare', 'top']);

const more: Offer = ({ view, answer: id, listed }) => {
  const { answer, voice } = view;
  const next = answer.offset + listed;
  const left = toList(view) - next;
  const last = answer.incidents[listed - 1];
  return last && left > 0
    ? [
        {
          label: voice.t('action.more', { n: left }),
          command: 'more',
          args: { answer: id, offset: String(next), after: last.ref },
        },
      ]
    : [];
};

const map: Offer = ({ view: { answer, voice }, answer: id }) =>
  answer.total.incidents + answer.total.possible > 0
    ? [{ label: voice.t('action.map'), command: 'map', args: { answer: id } }]
    : [];

const chart: Offer = ({ view: { answer, voice }, answer: id }) =>
  SERIES.has(answer.kind) && answer.rows.length + answer.compared.length > 1
    ? [{ label: voice.t('action.chart'), command: 'chart', args: { answer: id } }]
    : [];

const sources: Offer = ({ view: { answer, voice }, answer: id }) =>
  answer.sources.length > 0 ? [{ label: voice.t('action.sources'), command: 'sources', args: { answer: id } }] : [];

const radius: Offer = ({ view: { answer, question, voice }, answer: id }) => {
  const { radius_km: now } = answer;
  if (now === null || question.relation !== 'near') return [];
  const nothing = answer.total.incidents === 0;
  const steps = [nothing ? null : narrowerRadius(now), answer.wider?.km ?? widerRadius(now)];
  return steps.flatMap((km) =>
    km === null ? [] : [{ label: voice.t('action.radius', { km }), command: 'radius', args: { answer: id, km: String(km) } }],
  );
};

const grade: Offer = ({ view: { answer, question, voice }, answer: id }) => {
  const { confirmed } = answer.total.by_evidence;
  return question.grades === null && confirmed > 0 && confirmed < answer.total.incidents
    ? [{ label: voice.t('action.confirmed', { n: confirmed }), command: 'grade', args: { answer: id, grades: 'confirmed' } }]
    : [];
};

const exported: Offer = ({ view: { answer, voice }, answer: id }) =>
  answer.total.incidents > 0 ? [{ label: voice.t('action.export'), command: 'export', args: { answer: id } }] : [];

const OFFERS: readonly Offer[] = [more, map, chart, sources, radius, grade, exported];

/** What can be done with an answer; `listed`: incidents that the reply lists. Nothing where the caller keeps no answers. */
export function actionBlocks(view: View, answer: string | null, listed: number): Block[] {
  if (answer === null) return [];
  const actions = OFFERS.flatMap((offer) => offer({ view, answer, listed }));
  return actions.length > 0 ? [{ kind: 'actions', actions }] : [];
}
