import type { Stance } from '../../../db/schema/vocabulary.ts';
import type { Core } from '../../core.ts';
import type { SourceName } from '../../gazetteer/gazetteer.ts';
import { readValue } from '../../moderation/draft-fields.ts';
import type { HandAccount } from '../../moderation/publishing/by-hand.ts';
import { UserError } from '../../user-error.ts';
import { findSource } from '../source.ts';

/** "SOHR: 5 soldiers killed, claim, https://…" */
const TOLD = /^(?<source>[^:]{2,80}):\s*(?<rest>[\s\S]+)$/u;
const URLS = /https?:\/\/\S+/giu;

/** How a source says it, as people type it; the first that is met. */
const STANCE_WORDS = {
  claim: ['claim', 'claims', 'claimed', 'تبنّي', 'تبني', 'تبنى', 'يتبنى', 'ادعاء'],
  denial: ['denial', 'denies', 'denied', 'نفي', 'نفى', 'ينفي'],
  acknowledgement: ['acknowledgement', 'acknowledges', 'admission', 'admits', 'admitted', 'إقرار', 'اعتراف', 'يعترف', 'أقر'],
  report: ['report', 'reports', 'reported', 'خبر'],
} as const satisfies Record<Stance, readonly string[]>;

/** What says more goes first: "SOHR reports a claim" is a claim. */
const STANCES = (['claim', 'denial', 'acknowledgement', 'report'] as const).flatMap((stance) =>
  STANCE_WORDS[stance].map((word) => ({ stance, pattern: new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu') })),
);

const TOLL = { name: 'casualties', field: 'casualties', measure: null, language: null } as const;

export interface AccountTold {
  source: SourceName;
  told: HandAccount['told'];
  /** Words that are in nothing of it. */
  unused: readonly string[];
}

/** What a source says, in a line. Throws UserError. */
export function readAccount(core: Core, line: string, today: string): AccountTold {
  const { source: name, rest } = TOLD.exec(line)?.groups ?? {};
  if (name === undefined || rest === undefined) throw new UserError('account-shape');
  const source = findSource(core.gazetteer.sources.values(), name.trim());
  const [url = null] = rest.match(URLS) ?? [];
  const words = rest.replace(URLS, ' ');
  const found = STANCES.find(({ pattern }) => pattern.test(words));
  const left = (found ? words.replace(found.pattern, ' ') : words).replace(/\s+/gu, ' ').trim();
  const read = /\p{L}|\p{N}/u.test(left) ? readValue(TOLL, left, core, { today }) : { change: {}, unused: [] };
  return {
    source,
    told: { stance: found?.stance ?? 'report', tolls: read?.change.tolls ?? {}, url },
    unused: read ? read.unused : [left],
  };
}
