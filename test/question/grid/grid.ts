import type { Row } from '../score-row.ts';
import { goldOf, NOW, type Reading, type Tables, type Wording } from './wording.ts';
import { ar } from './wordings/ar.ts';
import { en } from './wordings/en.ts';

export const TABLES = { en, ar } as const satisfies Record<string, Tables>;
export type Tongue = keyof typeof TABLES;

/** Each wording is tried in as many sentences. */
const SENTENCES = 3;

const SEVERAL = /\b(?:and|or|to|both)\b|[-–,]|(?:^|\s)(?:أو|بين|من|إلى|محافظتي)\s|\sو/u;
/** One place or one stretch of days, said plainly: what may stand in a sentence that is about something else. */
const plain = (wordings: readonly Wording[]) => wordings.filter(([said]) => !SEVERAL.test(said));

/** No number, no negation, nothing that the toll may belong to. */
const SIMPLE_EVENT = ({ exclude, evidence, sources, leftover, tactics }: Reading) =>
  !exclude && !evidence && !sources && !leftover && !tactics?.some((one) => ['arrest', 'kidnapping', 'execution'].includes(one));

/** A table without end: the entry at `index`, wherever it is. */
const pick = <T>(table: readonly T[], index: number): T => {
  const found = table[index % table.length];
  if (found === undefined) throw new Error('a table of the grid is empty');
  return found;
};

type Filled = { E?: Wording; P?: Wording; T?: Wording };
function sentence([frame, reading]: Wording, filled: Filled): { text: string; readings: Reading[] } {
  const readings = [reading];
  const text = frame.replace(/\b([EPT])\b/gu, (slot) => {
    const [said, meant] = filled[slot as keyof Filled] ?? ['', {}];
    readings.push(meant);
    return said;
  });
  return {
    text: text
      .replace(/\s+/gu, ' ')
      .replace(/ ([,،?؟.])/gu, '$1')
      .trim(),
    readings,
  };
}

/** All sentences of a language, a few for each wording of each table; the rest of the sentence changes from one to the next. */
export function gridOf(tongue: Tongue): Row[] {
  const { times, places, events, tolls, lists, counts, summaries, questions, whole, followUps }: Tables = TABLES[tongue];
  const [when, somewhere] = [plain(times), plain(places)];
  const happened = events.filter(([, reading]) => SIMPLE_EVENT(reading));
  const bare = lists.slice(0, 2);
  const frames = [...lists, ...counts, ...summaries];
  const tables: [string, readonly Wording[], (wording: Wording, n: number) => { text: string; readings: Reading[] }][] = [
    ['time', times, (T, n) => sentence(pick(frames, n), { E: pick(happened, n * 5), P: pick(somewhere, n * 3 + 1), T })],
    ['place', places, (P, n) => sentence(pick(frames, n * 3 + 1), { E: pick(happened, n * 5 + 2), P, T: pick(when, n * 7) })],
    ['event', events, (E, n) => sentence(pick(frames, n * 2), { E, P: pick(somewhere, n * 3 + 2), T: pick(when, n * 7 + 3) })],
    [
      'toll',
      tolls,
      ([said, reading], n) => {
        const [event, of] = pick(happened.slice(0, 20), n * 3);
        const E: Wording = [`${event} ${said}`, {}];
        const made = sentence(pick(bare, n), { E, P: pick(somewhere, n * 3), T: pick(when, n * 7 + 1) });
        return { ...made, readings: [...made.readings, of, reading] };
      },
    ],
    ['question', questions, (Q, n) => sentence(Q, { P: pick(somewhere, n * 3), T: pick(when, n * 7 + 2) })],
    ['whole', whole, (Q, n) => sentence(Q, { P: pick(somewhere, n * 5), T: pick(when, n * 11 + 4) })],
  ];
  const conversations = followUps.flatMap(({ first: [asked, whole], after }, of) =>
    after.map(
      ([text, reading], at): Row => ({
        id: `${tongue}-follow-${of}-${at}`,
        lang: tongue,
        now: NOW,
        previous: [asked],
        text,
        gold: goldOf([whole, reading]),
      }),
    ),
  );
  const sentences = tables.flatMap(([name, wordings, make]) =>
    wordings.flatMap((wording, at) =>
      Array.from({ length: SENTENCES }, (_, turn): Row => {
        const { text, readings } = make(wording, at * SENTENCES + turn);
        return { id: `${tongue}-${name}-${at}-${turn}`, lang: tongue, now: NOW, text, gold: goldOf(readings) };
      }),
    ),
  );
  return [...sentences, ...conversations];
}
