import type { Form, Recogniser, Tactic, Value } from '../finding.ts';
import type { EventWords, Lexicon, Table } from '../lexicon/lexicon.ts';
import type { Question } from '../question.ts';
import { withObjects } from './objects-of-verbs.ts';
import { type Entry, rowsOf, wordingsRecogniser } from './wordings.ts';

const rows = (subject: Question['subject'], tactics: Tactic[], forms: Table<Form> | undefined): Entry[] =>
  rowsOf(forms ?? {}).map(
    ([form, wordings]): Entry => [
      { kind: 'event', tactics, form, subject } satisfies Value,
      form === 'past' ? wordings.map(withObjects) : wordings,
    ],
  );

const entries = ({ attacks, incidents, tactics }: EventWords): Entry[] => [
  ...rows('attacks', [], attacks),
  ...rows('incidents', [], incidents),
  ...rowsOf(tactics).flatMap(([tactic, forms]) => rows('attacks', [tactic], forms)),
];

/** What happened: attacks, incidents, and the tactics by name, in every form of the word. */
export const eventsRecogniser = (lexicons: readonly Lexicon[]): Recogniser =>
  wordingsRecogniser(
    'events',
    lexicons.flatMap((lexicon) => entries(lexicon.events)),
  );
