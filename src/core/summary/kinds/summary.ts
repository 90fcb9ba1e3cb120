import type { Block, BlockOf } from '../../reply/reply.ts';
import { withoutTrailing } from '../../reply/trailing.ts';
import { sayAccount } from '../accounts.ts';
import type { AnswerIncident } from '../answer.ts';
import { sayTolls, sayTotal } from '../figures.ts';
import { headline, makeUp, text } from '../headline.ts';
import { sayDay, sayPlace } from '../incident-lines.ts';
import { incidentList, shownIncidents } from '../incident-list.ts';
import { countedOf } from '../understood.ts';
import type { Presenter, View } from '../view.ts';

type Item = BlockOf<'list'>['items'][number];

const firstSentence = (text: string) => /^.+?[.!?؟](?=\s)/u.exec(text)?.[0] ?? text;

/** A clause is the record's own words, its toll and its ref: nothing is told that no record says. */
function clause(incident: AnswerIncident, { voice, detail }: View): Item {
  const { t, either } = voice;
  const words = either(incident.summary, incident.summary_ar);
  const told = t('told', {
    day: sayDay(incident, voice),
    place: sayPlace(incident, voice, false),
    summary: withoutTrailing(detail.incidents === 'line' ? firstSentence(words) : words, '. \n'),
    toll: sayTolls(incident, voice),
  });
  return { content: [`${told} `, ...voice.ref(incident.ref)] };
}

function before({ answer, question, voice, saying }: View): Block[] {
  if (!answer.before) return [];
  const { period, total } = answer.before;
  const count = countedOf(total.incidents, question, saying);
  const values = { count, period: voice.days.span(period) };
  return [
    text(
      total.incidents === 0
        ? voice.t('before.none', values)
        : voice.t('before.some', { ...values, toll: sayTotal(total, voice) }),
    ),
  ];
}

const differ = ({ accounts }: AnswerIncident): boolean =>
  new Set(accounts.map(({ tolls, words }) => JSON.stringify([tolls, words]))).size > 1;

/** Where sources disagree, each for itself. */
function disagreements(view: View): Block[] {
  const { answer, voice } = view;
  const items = answer.incidents
    .slice(0, shownIncidents(view))
    .filter(differ)
    .map(
      ({ ref, accounts }): Item => ({
        content: [...voice.ref(ref), ` ${voice.apart(accounts.map((account) => sayAccount(account, voice)))}`],
      }),
    );
  return items.length > 0 ? [text(voice.t('disagree')), { kind: 'list', ordered: false, items }] : [];
}

/** Few incidents are told whole, each with its accounts. */
const whole: Presenter = (view) => ({
  head: [headline(view)],
  body: [...before(view), ...makeUp(view), ...incidentList(view)],
  listed: shownIncidents(view),
});

const clauses: Presenter = (view) => {
  const { answer, voice } = view;
  const shown = answer.incidents.slice(0, shownIncidents(view));
  const list: Block[] =
    shown.length > 0 ? [{ kind: 'list', ordered: false, items: shown.map((incident) => clause(incident, view)) }] : [];
  const rest = answer.total.incidents - answer.offset - shown.length;
  const more: Block[] = rest > 0 ? [{ kind: 'note', tone: 'plain', content: [voice.t('told-more', { n: rest })] }] : [];
  return {
    head: [headline(view)],
    body: [...before(view), ...makeUp(view), ...list, ...more, ...disagreements(view)],
    listed: shown.length,
  };
};

export const summary: Presenter = (view) => (view.detail.incidents === 'full' ? whole(view) : clauses(view));
