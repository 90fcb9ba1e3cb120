import type { Tolls } from '../../db/schema/columns.ts';
import type { Party } from '../../db/schema/vocabulary.ts';
import type { BlockOf, Inline } from '../reply/reply.ts';
import { accountLines, documentLines } from './accounts.ts';
import type { AnswerIncident } from './answer.ts';
import { sayParties, sayTolls } from './figures.ts';
import { sourceName } from './source-name.ts';
import { incidentTolls } from './toll.ts';
import type { Detail } from './view.ts';
import type { Voice } from './voice.ts';

type Item = BlockOf<'list'>['items'][number];

/** "Sukhnah desert, Homs"; with how far off it may be where that is said apart. */
export function sayPlace(incident: AnswerIncident, voice: Voice, exactness: boolean): string {
  const { t, either, unit } = voice;
  const name = either(incident.place, incident.place_ar);
  const within = incident.admin1 === null ? null : unit(incident.admin1);
  const place = within === null || name.includes(within) ? name : t('joined', { all: name, part: within });
  const vague = incident.where_prec >= (exactness ? 2 : 3);
  return vague ? t('place-vague', { place, precision: t(`where-precision.p${incident.where_prec}`) }) : place;
}

export const sayDay = ({ date, date_end, date_prec }: AnswerIncident, { days }: Voice): string =>
  days.known(date, date_end, date_prec);

const attackerShape = ({ who, claimed_by, certainty }: AnswerIncident) => {
  if (who.length === 0) return 'unknown';
  if (claimed_by.some((name) => who.includes(name))) return 'claimed';
  return certainty === 'confirmed' ? 'attributed' : certainty;
};

/** UCDP's two sides of a fight: each is attacker and attacked, so that neither is told as the one that attacked. */
const isFight = ({ who, target, claimed_by }: AnswerIncident): boolean =>
  who.length > 1 && claimed_by.length === 0 && who.length === target.length && who.every((name) => target.includes(name));

/** "ISIS (claimed) against Liwa al-Quds". Claim and attribution are told apart. */
export function sayWho(incident: AnswerIncident, { t, actors, actorsAfter }: Voice): string {
  if (isFight(incident)) return t('attacker-either', { actors: actors(incident.who) });
  const attacker = t(`attacker.${attackerShape(incident)}`, { who: actors(incident.who) });
  const others = incident.claimed_by.filter((name) => !incident.who.includes(name));
  const said = others.length > 0 ? t('attacker-others', { attacker, others: actors(others) }) : attacker;
  return incident.target.length > 0 ? t('attacker-target', { attacker: said, target: actorsAfter(incident.target) }) : said;
}

const measuresOf = (incident: AnswerIncident) =>
  new Set(Object.values(incident.tolls).flatMap((party) => Object.keys(party ?? {})));

const isJoint = ({ killed, accounts }: AnswerIncident) => killed.low === null && accounts.some((account) => account.joint);

/** Those of whom a figure above is the sum; null: everybody. */
export type Whose = readonly Party[] | null;

/** What an incident adds to a figure about some sides alone; null where that is all of its toll. */
function sayAdded(incident: AnswerIncident, whose: Whose, voice: Voice): string | null {
  if (whose === null || isJoint(incident)) return null;
  const own: Tolls = Object.fromEntries(Object.entries(incident.tolls).filter(([party]) => whose.some((one) => one === party)));
  const added = sayTolls(incidentTolls(own), voice);
  return added === sayTolls(incident, voice) ? null : added;
}

function shortToll(incident: AnswerIncident, whose: Whose, voice: Voice): string {
  if (isJoint(incident)) return voice.t('toll-joint');
  const added = sayAdded(incident, whose, voice);
  const all = sayTolls(incident, voice);
  return added === null ? all : voice.t('toll-added', { added, all });
}

/** The same in full, with what of it counts. */
function tollAndAdded(incident: AnswerIncident, whose: Whose, voice: Voice): string {
  const all = sayIncidentToll(incident, voice);
  const added = sayAdded(incident, whose, voice);
  return added === null ? all : voice.t('joined-apart', { all, part: voice.t('counted-here', { added }) });
}

/** "6 killed (government side)"; several parties each for itself after the sum. */
export function sayIncidentToll(incident: AnswerIncident, voice: Voice): string {
  const { t } = voice;
  const parties = Object.keys(incident.tolls).length;
  if (isJoint(incident)) return t('toll-joint');
  if (parties === 0) return sayTolls(incident, voice);
  const each = sayParties(incident.tolls, voice);
  if (parties === 1)
    return measuresOf(incident).has('killed') ? each : t('joined-apart', { all: sayTolls(incident, voice), part: each });
  return t('toll-parties', { toll: sayTolls(incident, voice), each });
}

const sourcesOf = (incident: AnswerIncident, voice: Voice): string => {
  const arabic = new Map(incident.accounts.map((account) => [account.source, account.source_ar]));
  return voice.t.list(incident.sources.map((name) => sourceName(name, arabic.get(name) ?? null, voice)));
};

const evidenceLine = (incident: AnswerIncident, voice: Voice): string => {
  const { t } = voice;
  const evidence = t(`evidence.${incident.evidence}`);
  return incident.sources.length === 0
    ? t('evidence-line.none', { evidence })
    : t('evidence-line.sources', { evidence, sources: sourcesOf(incident, voice), n: incident.sources.length });
};

const header = (incident: AnswerIncident, voice: Voice, exactness: boolean): Inline[] => [
  ...voice.ref(incident.ref),
  ` · ${sayDay(incident, voice)} · ${sayPlace(incident, voice, exactness)}`,
];

/** A single account with nothing to add has said all in the toll above. */
const speaksForItself = ({ accounts: [only, more] }: AnswerIncident) =>
  only !== undefined && more === undefined && only.words === null && only.note === null && only.stance === 'report';

/** Grade and document in one line where that names the source too; else each in its own. */
function provenance(incident: AnswerIncident, voice: Voice): Inline[][] {
  const { t } = voice;
  const [first, ...rest] = documentLines(incident, voice);
  if (!first) return [[evidenceLine(incident, voice)]];
  const told = !speaksForItself(incident) || incident.accounts.every(({ publisher }) => publisher === null);
  const grade = told ? t('evidence-line.alone', { evidence: t(`evidence.${incident.evidence}`) }) : evidenceLine(incident, voice);
  return [[`${grade} · `, ...first], ...rest];
}

const ITEMS = {
  line: (incident, voice, whose) => ({ content: [...header(incident, voice, false), `: ${shortToll(incident, whose, voice)}`] }),
  short: (incident, voice, whose) => ({
    content: header(incident, voice, false),
    lines: [[`${sayWho(incident, voice)}: ${tollAndAdded(incident, whose, voice)}`], [evidenceLine(incident, voice)]],
  }),
  full: (incident, voice, whose) => ({
    content: header(incident, voice, true),
    lines: [
      [`${sayWho(incident, voice)}: ${tollAndAdded(incident, whose, voice)}`],
      [voice.either(incident.summary, incident.summary_ar)],
      ...(speaksForItself(incident) ? [] : accountLines(incident, voice)),
      ...provenance(incident, voice),
    ],
  }),
} satisfies Record<Detail['incidents'], (incident: AnswerIncident, voice: Voice, whose: Whose) => Item>;

export const incidentItem = (incident: AnswerIncident, how: Detail['incidents'], voice: Voice, whose: Whose = null): Item =>
  ITEMS[how](incident, voice, whose);
