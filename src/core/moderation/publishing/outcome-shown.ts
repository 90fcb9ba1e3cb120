import type { IncidentRow } from '../../../db/queries/incident-writing.ts';
import type { Core } from '../../core.ts';
import type { Block } from '../../reply/reply.ts';
import type { Voice } from '../../summary/voice.ts';
import { emptyDraft } from '../../tips/draft.ts';
import { type ChangeShown, changesShown, warning } from '../changes-shown.ts';
import { fieldSaid } from '../draft-fields.ts';
import { CHANGED, type Changed, type FieldName, findField } from '../field-words.ts';
import { incidentFieldSaid } from './incident-fields.ts';
import type { Outcome } from './outcome.ts';
import { SUMMARY } from './summaries.ts';

/** What the team's work can change of an incident, each by the name that it is corrected by. */
const SHOWN = [
  'date',
  'place',
  'actors',
  'targets',
  'casualties',
  'tactics',
  'claimed',
  'status',
  'summary-en',
  'summary-ar',
] as const satisfies readonly FieldName[];

/** All that differs between two states of an incident, grade included. `told`: fields that were shown already. */
export function incidentChanges(
  before: IncidentRow,
  after: IncidentRow,
  { core, voice, told = [], labels = ['edit-before', 'edit-after'] }: Showing,
): ChangeShown[] {
  const { t } = voice;
  const said = SHOWN.flatMap((name) => {
    const aim = findField(name, CHANGED);
    if (!aim || told.includes(aim.field)) return [];
    const [now = '', then = ''] = [before, after].map((row) => incidentFieldSaid(aim, row, core, voice));
    const label = t(`incident-field.${name}`);
    // on a phone a sentence that is made of fields is told once, as it will read
    return [aim.field === 'summary' && now !== then ? { label, now: null, then } : { label, now, then }];
  });
  const [now, then] = [t(`evidence.${before.evidence}`), t(`evidence.${after.evidence}`)];
  return [...said, { label: t('incident-field.evidence'), now, then }]
    .filter((one) => one.now !== one.then)
    .map((one) => ({
      name: one.label,
      values: [...(one.now === null ? [] : [[t(labels[0]), one.now] as const]), [t(labels[1]), one.then] as const],
    }));
}

interface Showing {
  core: Core;
  voice: Voice;
  told?: readonly Changed[];
  /** Messages that say which value is which. */
  labels?: readonly [before: string, after: string];
}

/** What stays as it is although somebody may expect otherwise. */
function stays(held: IncidentRow, { stale, beside, alone }: Outcome, voice: Voice): Block[] {
  const { t } = voice;
  const claims = [['shown-beside', beside] as const, ['shown-alone', alone] as const].filter(
    ([, tolls]) => Object.keys(tolls).length > 0,
  );
  return [
    ...claims.map(([message, tolls]) =>
      warning(t(message, { toll: fieldSaid('casualties', { ...emptyDraft(), tolls }, voice) })),
    ),
    ...stale.map((language) =>
      warning(t(`shown-stale.${language}`, { ref: held.ref, summary: t.quote(held[SUMMARY[language]] ?? '') })),
    ),
  ];
}

/** What follows from a piece of work, and what does not. */
export const outcomeShown = (held: IncidentRow, outcome: Outcome, showing: Showing): Block[] => [
  ...changesShown(incidentChanges(held, { ...held, ...outcome.change }, showing), showing.voice),
  ...stays(held, outcome, showing.voice),
];
