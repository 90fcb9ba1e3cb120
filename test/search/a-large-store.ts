import fc from 'fast-check';
import type { Question } from '../../src/core/question/question.ts';
import type { IncidentRecord, Records, VersionRecord } from '../support/records.ts';
import { anyStore } from './arbitraries.ts';
import { anyQuestion } from './question-arbitraries.ts';

/** Random stores put together to one, over eleven years: incidents cross months and years, and some last for most of one. */

const YEARS = 11;
const DAY_MS = 86_400_000;
const moved = (day: string, days: number) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const refOf = (n: number) =>
  `BDY-${Array.from({ length: 6 }, (_, i) => LETTERS[Math.floor(n / LETTERS.length ** (5 - i)) % LETTERS.length]).join('')}`;

/** The same at another time; every thirtieth lasts for months. */
function elsewhen(version: VersionRecord, n: number): VersionRecord {
  const days = -365 * (n % YEARS);
  const [start, end] = [moved(version.eventDateStart, days), moved(version.eventDateEnd, days)];
  return n % 30 === 0
    ? { ...version, eventDateStart: start, eventDateEnd: moved(end, 40 + (n % 280)), datePrec: 5 }
    : { ...version, eventDateStart: start, eventDateEnd: end };
}

export function largeStore(incidents: number, seed: number): Records {
  const all: IncidentRecord[] = [];
  const accounts: Records['accounts'] = [];
  let first: Records | undefined;
  for (let run = 0; all.length < incidents; run++) {
    const [part] = fc.sample(anyStore, { numRuns: 1, seed: seed + run });
    if (!part) throw new Error('a sample of one is one');
    first ??= part;
    const before = all.length;
    for (const incident of part.incidents) {
      const n = all.length;
      const [oldest, ...later] = incident.versions;
      const versions: IncidentRecord['versions'] = [elsewhen(oldest, n), ...later.map((version) => elsewhen(version, n))];
      all.push({ ...incident, id: n + 1, ref: refOf(n), versions });
    }
    for (const account of part.accounts) {
      // a figure that incidents share is a rare thing
      const jointToll = account.jointToll && run % 40 === 0;
      accounts.push({ ...account, jointToll, id: `a${accounts.length}`, covers: account.covers.map((id) => id + before) });
    }
  }
  if (!first) throw new Error('a store holds something');
  return { ...first, incidents: all, accounts };
}

/** Of any year, of several, or in whole months. */
export const anyWideQuestion: fc.Arbitrary<Question> = fc
  .tuple(anyQuestion, fc.integer({ min: 0, max: YEARS - 1 }), fc.integer({ min: 0, max: 4 }), fc.boolean())
  .map(([question, back, long, whole]) => {
    if (question.time === null) return question;
    const { from, to } = question.time;
    const [start, end] = [from === null ? null : moved(from, -365 * (back + long)), moved(to, -365 * back)];
    return { ...question, time: whole ? wholeMonths(start, end) : { from: start, to: end } };
  });

const wholeMonths = (from: string | null, to: string) => ({
  from: from && `${from.slice(0, 7)}-01`,
  to: moved(new Date(Date.UTC(Number(to.slice(0, 4)), Number(to.slice(5, 7)), 1)).toISOString().slice(0, 10), -1),
});

/** Other contents for some incidents: what people correct, retract and publish. */
export function edited(records: Records, count: number, seed: number): { records: Records; changed: IncidentRecord[] } {
  const other = largeStore(count, seed).incidents;
  const step = Math.max(1, Math.floor(records.incidents.length / count));
  const changed = other.slice(0, count).flatMap((incident, i): IncidentRecord[] => {
    const held = records.incidents[i * step];
    const version = incident.versions.at(-1);
    if (!held || !version) return [];
    const last = held.versions.at(-1) ?? held.versions[0];
    const put = { ...version, changedAt: last.changedAt };
    const [first, ...rest] = held.versions;
    return [{ ...held, versions: rest.length === 0 ? [put] : [first, ...rest.slice(0, -1), put] }];
  });
  const byId = new Map(changed.map((incident) => [incident.id, incident]));
  return { records: { ...records, incidents: records.incidents.map((incident) => byId.get(incident.id) ?? incident) }, changed };
}
