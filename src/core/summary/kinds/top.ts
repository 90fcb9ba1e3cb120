import type { Question } from '../../question/question.ts';
import type { AnswerIncident, AnswerRow } from '../answer.ts';
import { sayToll, sayTolls } from '../figures.ts';
import { bold, sayScope, text } from '../headline.ts';
import { sayDay, sayPlace } from '../incident-lines.ts';
import { incidentList, shownIncidents } from '../incident-list.ts';
import { rowLabel, rowTable } from '../rows.ts';
import { countedOf } from '../understood.ts';
import type { Presenter, Said, View } from '../view.ts';
import { list } from './list.ts';

const killed = ({ killed: { best } }: AnswerRow | AnswerIncident) => best ?? 0;
const harmed = (of: AnswerRow | AnswerIncident) => killed(of) + (of.wounded.best ?? 0);
const counted = ({ naming }: AnswerRow) => naming;

/** What a ranking goes by, and which way. */
const RANKS = {
  count_desc: { by: counted, sign: -1, message: 'most' },
  count_asc: { by: counted, sign: 1, message: 'fewest' },
  killed_desc: { by: killed, sign: -1, message: 'deadliest' },
  killed_or_wounded_desc: { by: harmed, sign: -1, message: 'worst' },
  date_desc: { by: counted, sign: -1, message: 'most' },
  date_asc: { by: counted, sign: -1, message: 'most' },
} as const satisfies Record<NonNullable<Question['order']>, { by: (row: AnswerRow) => number; sign: 1 | -1; message: string }>;

const incidentsOf = (rows: readonly AnswerRow[]) => rows.reduce((sum, { incidents }) => sum + incidents, 0);

/** Rows of a ranking, where no more were asked for: what comes next to the first gives it its measure. */
const SHOWN = 10;

/** Groups that share a place are named together. */
const NAMED = 4;

function rankedRows(view: View): Said {
  const { answer, question, voice, saying, detail } = view;
  const { by, sign, message } = RANKS[question.order ?? 'count_desc'];
  const single = answer.rows.filter(({ labels, uncovered }) => labels.length === 1 && !uncovered);
  const rows = single.sort((a, b) => sign * (by(a) - by(b)));
  const [first] = rows;
  if (!first) return list(view);
  const tied = rows.filter((row) => by(row) === by(first));
  // by number, all that name it count, also beside others; the dead of several are nobody's alone
  const byNumber = by === counted;
  const several = answer.rows.filter(({ labels }) => labels.length > 1);
  const severally = byNumber ? 0 : incidentsOf(several);
  const values = {
    count: countedOf(severally > 0 ? incidentsOf(single) : answer.total.incidents, question, saying),
    scope: sayScope(view),
    n: by(first),
    tied: tied.length,
    rows: voice.t.list(tied.slice(0, NAMED).map((row) => rowLabel(row, view))),
  };
  const head = tied.length > NAMED ? voice.t(`ranked-many.${message}`, values) : voice.t(`ranked.${message}`, values);
  const unknown = answer.rows.filter(({ key }) => key === null);
  const shown = rows
    .filter((row) => sign > 0 || by(row) > 0)
    .slice(0, Math.min(detail.rows, Math.max(question.limit ?? 0, SHOWN)));
  const rest = severally > 0 ? [text(voice.t('row-severally', { n: severally }))] : [];
  return { head: [bold(head), ...rest], body: [rowTable([...shown, ...unknown], view, byNumber)], listed: 0 };
}

const isLumped = ({ event_clarity }: AnswerIncident) => event_clarity === 2;

/** The deadliest incidents: those that share the first place are said to. */
function rankedIncidents(view: View): Said {
  const { answer, question, voice, saying } = view;
  const [first] = answer.incidents;
  const rank = question.order === 'killed_or_wounded_desc' ? harmed : killed;
  if (!first || answer.total.incidents === 1 || answer.offset > 0 || rank(first) === 0) return list(view);
  const tied = answer.incidents.filter((incident) => rank(incident) === rank(first));
  const values = { count: countedOf(answer.total.incidents, question, saying), scope: sayScope(view) };
  const telling = (incident: AnswerIncident) => ({
    day: sayDay(incident, voice),
    place: sayPlace(incident, voice, false),
    toll: sayTolls(incident, voice),
  });
  const head =
    tied.length > 1
      ? voice.t('deadliest-tied', { ...values, n: tied.length, toll: sayToll('killed', first.killed, voice) })
      : voice.t(isLumped(first) ? 'deadliest-lumped' : 'deadliest', { ...values, ...telling(first) });
  // what its source lumped together is no attack: the deadliest that stands for itself is told too
  const alone = tied.every(isLumped) ? answer.incidents.find((incident) => !isLumped(incident)) : undefined;
  const more = alone ? [text(voice.t('deadliest-alone', telling(alone)))] : [];
  return { head: [bold(head), ...more], body: incidentList(view), listed: shownIncidents(view) };
}

/** A ranking of groups where one was asked for or follows from the question, of incidents otherwise. */
export const top: Presenter = (view) => (view.answer.rows.length > 0 ? rankedRows(view) : rankedIncidents(view));
