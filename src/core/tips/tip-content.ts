import { z } from 'zod';
import type { Vault } from '../identity/vault.ts';
import { draftSchema, emptyDraft } from './draft.ts';

/** What is asked about, and can be corrected by a button. */
export const FIELDS = ['words', 'place', 'day', 'toll', 'attacker'] as const;
export type Field = (typeof FIELDS)[number];

const contentSchema = z.object({
  draft: draftSchema,
  /** What moderators corrected: it stands whatever the contact adds. */
  revised: draftSchema.partial(),
  /** What the contact's next words answer. Tips kept one field, or null, once. */
  asking: z.preprocess((kept) => (kept === null ? [] : [kept].flat()), z.array(z.enum(FIELDS))),
  /** Asked and answered, or skipped: not asked again. */
  settled: z.array(z.enum(FIELDS)),
  /** Messages from dalil about this tip. */
  said: z.number().int(),
});
/** What is sealed in `tip.draft`. */
export type TipContent = z.infer<typeof contentSchema>;

export const emptyContent = (): TipContent => ({ draft: emptyDraft(), revised: {}, asking: [], settled: [], said: 0 });

/** Of who is blocked nothing is shown: their words are kept sealed, for replies that are everybody's, and no draft. */
export const forTeam = (content: TipContent, { blocked }: { blocked: boolean }): TipContent =>
  blocked ? { ...content, draft: emptyDraft() } : content;

const contentPlace = (tipId: string) => ({ column: 'tip.draft', row: tipId });

export const sealContent = (vault: Vault, tipId: string, content: TipContent, now: Date): Uint8Array =>
  vault.seal(JSON.stringify(content), contentPlace(tipId), { until: 'week', now });

/** Null: its key is destroyed, or the contact had it destroyed. */
export function openContent(vault: Vault, tipId: string, sealed: Uint8Array | null): TipContent | null {
  const text = sealed && vault.openText(sealed, contentPlace(tipId));
  return text === null ? null : contentSchema.parse(JSON.parse(text));
}

const wordsSchema = z.object({
  text: z.string(),
  /** The day on which it was written, Asia/Damascus. */
  today: z.iso.date(),
  /** It answers this question, or corrects this field. */
  answers: z.enum(FIELDS).nullable(),
  /** The part whose message was edited into this after the tip was complete: both stand, and this one counts. */
  replaces: z.string().exactOptional(),
});
const pinSchema = z.object({ lat: z.number(), lon: z.number() });
/** What is sealed in `tip_part.content`: of the contact, or of the team (`question`). */
export type PartContent =
  | ({ kind: 'words' | 'answer' | 'question' } & z.infer<typeof wordsSchema>)
  | ({ kind: 'pin' } & z.infer<typeof pinSchema>);

const partPlace = (partId: string) => ({ column: 'tip_part.content', row: partId });

export function sealPart(vault: Vault, partId: string, { kind: _, ...content }: PartContent, now: Date): Uint8Array {
  return vault.seal(JSON.stringify(content), partPlace(partId), { until: 'week', now });
}

/** Null: its key is destroyed. */
export function openPart(vault: Vault, part: { id: string; kind: PartContent['kind']; content: Uint8Array }): PartContent | null {
  const text = vault.openText(part.content, partPlace(part.id));
  if (text === null) return null;
  return part.kind === 'pin'
    ? { kind: 'pin', ...pinSchema.parse(JSON.parse(text)) }
    : { kind: part.kind, ...wordsSchema.parse(JSON.parse(text)) };
}
