import type { Range } from '../../db/schema/columns.ts';
import type { Inline } from '../reply/reply.ts';
import { withoutTrailing } from '../reply/trailing.ts';
import type { AnswerAccount, AnswerIncident } from './answer.ts';
import { sayAllParties } from './figures.ts';
import { sourceName } from './source-name.ts';
import type { Voice } from './voice.ts';

const isNumber = ({ low, high }: Range) => low !== null || high !== null;

/** Whether the source gives a number for all that it speaks of. */
const inNumbers = ({ tolls }: AnswerAccount) => {
  const ranges = Object.values(tolls).flatMap((measures) => Object.values(measures ?? {}));
  return ranges.length > 0 && ranges.every(isNumber);
};

/** "20 killed"; the source's own words where it leaves a number open. */
function figures(account: AnswerAccount, voice: Voice): string {
  const { t, either } = voice;
  if (!inNumbers(account) && (account.words !== null || account.words_ar !== null))
    return either(account.words, account.words_ar);
  const numbers = sayAllParties(account.tolls, voice, account.approximate);
  const said = numbers === '' ? t('account-no-figure') : numbers;
  return account.covers.length > 1 ? t('account-together', { said, n: account.covers.length }) : said;
}

/** "Amaq (its own claim): 20 killed". */
export function sayAccount(account: AnswerAccount, voice: Voice): string {
  const { t } = voice;
  const source = sourceName(account.source, account.source_ar, voice);
  return t(`account.${account.stance}`, { source, figures: figures(account, voice) });
}

/** The document behind an account: who published it, its title and its date, as exactly as it is known. */
function sayDocument(account: AnswerAccount, voice: Voice): Inline[] {
  const { t, days } = voice;
  const publisher = sourceName(
    account.publisher ?? account.source,
    account.publisher ? account.publisher_ar : account.source_ar,
    voice,
  );
  const parts = [publisher];
  if (account.document !== null) parts.push(t('title', { title: account.document }));
  if (account.published !== null) {
    parts.push(account.published_prec === 'day' ? days.day(account.published) : days.month(account.published));
  }
  const text = voice.joined(parts);
  return account.url === null ? [text] : [{ link: account.url, text }];
}

/** One line for each document that an incident's accounts come from. */
export function documentLines(incident: AnswerIncident, voice: Voice): Inline[][] {
  const lines = new Map<string, Inline[]>();
  for (const account of incident.accounts) {
    if (account.document === null && account.url === null) continue;
    const line = sayDocument(account, voice);
    lines.set(JSON.stringify(line), line);
  }
  return [...lines.values()];
}

/** What each source says, and why figures are as they are. */
export function accountLines(incident: AnswerIncident, voice: Voice): Inline[][] {
  return incident.accounts.map((account) => {
    const said = sayAccount(account, voice);
    const note = account.note === null && account.note_ar === null ? '' : voice.either(account.note, account.note_ar);
    return [note === '' ? said : voice.t('account-note', { said, note: withoutTrailing(note, '.،؛ \n') })];
  });
}
