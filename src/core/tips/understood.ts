import type { Range } from '../../db/schema/columns.ts';
import { MEASURES, PARTIES } from '../../db/schema/vocabulary.ts';
import type { Block, BlockOf } from '../reply/reply.ts';
import type { Voice } from '../summary/voice.ts';
import type { Draft } from './draft.ts';
import type { Field } from './tip-content.ts';

function sayRange({ low, best, high }: Range, { t }: Voice): string {
  const exact = low !== null && low === high ? low : null;
  if (exact !== null) return String(exact);
  if (low !== null && high !== null) return t('tip-range.between', { low, high });
  if (low !== null) return t('tip-range.least', { low });
  return high === null ? String(best ?? '') : t('tip-range.most', { high });
}

/** "3 killed and 2 wounded of the government". */
function sayTolls(tolls: Draft['tolls'], voice: Voice): string {
  const { t } = voice;
  const parts = PARTIES.flatMap((party) =>
    MEASURES.flatMap((measure) => {
      const range = tolls[party]?.[measure];
      if (!range) return [];
      const count = t(`tip-toll.${measure}`, { n: sayRange(range, voice) });
      return party === 'unknown' ? [count] : [t('tip-toll-of', { count, party: t(`party.${party}`) })];
    }),
  );
  return voice.joined(parts);
}

/** "12 km south of Sukhnah" */
const SAYS_HOW_NEAR = /^\d/u;

/** Where it is, and how well that is known. */
function sayPlace(place: NonNullable<Draft['place']>, { t, either }: Voice): string {
  const name = place.name === '' ? null : either(place.name, place.nameAr);
  if (place.pinned) return name === null ? t('tip-place.pin') : t('tip-place.pinned', { name });
  const known = place.precision === 1 || SAYS_HOW_NEAR.test(place.name) ? 'at' : place.precision === 2 ? 'near' : 'area';
  return t(`tip-place.${known}`, { name: name ?? '' });
}

const SAID = {
  words: ({ tactics }, { t, joined }) => joined(tactics.map((tactic) => t(`tactic.${tactic}`))),
  place: ({ place }, voice) => (place ? sayPlace(place, voice) : ''),
  day: ({ day }, { days }) => (day ? days.known(day.from, day.to, day.precision) : ''),
  attacker: ({ attackers }, { actors }) => actors(attackers),
  toll: ({ tolls }, voice) => sayTolls(tolls, voice),
} as const satisfies Record<Field, (draft: Draft, voice: Voice) => string>;

const ORDER = ['day', 'place', 'words', 'attacker', 'toll'] as const;

/** What was understood, field by field; what the words do not state is left out. */
export function understoodFacts(draft: Draft, voice: Voice, fields: readonly Field[] = ORDER): BlockOf<'facts'>['facts'] {
  const said = ORDER.filter((field) => fields.includes(field)).flatMap((field) => {
    const value = SAID[field](draft, voice);
    return value === '' ? [] : [{ label: voice.t(`tip-field.${field}`), value: [value] }];
  });
  const beside = (of: Field, label: 'target' | 'object', value: string) =>
    fields.includes(of) && value !== '' ? [{ label: voice.t(`tip-field.${label}`), value: [value] }] : [];
  return [
    ...said,
    ...beside('attacker', 'target', voice.actors(draft.targets)),
    ...beside('words', 'object', voice.joined(draft.targetObjects.map((object) => voice.t(`target-object.${object}`)))),
  ];
}

/** What would be said otherwise now. */
export function changedFields(before: Draft, after: Draft, voice: Voice): Field[] {
  const said = (draft: Draft, field: Field) => JSON.stringify(understoodFacts(draft, voice, [field]));
  return ORDER.filter((field) => said(before, field) !== said(after, field));
}

/** With its heading; nothing where nothing was understood. */
export function understoodBlocks(draft: Draft, voice: Voice): Block[] {
  const facts = understoodFacts(draft, voice);
  if (facts.length === 0) return [];
  return [
    { kind: 'text', content: [voice.t('tip-understood')] },
    { kind: 'facts', facts },
    { kind: 'note', tone: 'plain', content: [voice.t('tip-own-words')] },
  ];
}
