import { readReceipt } from '../../../src/core/identity/receipts.ts';
import type { Vault } from '../../../src/core/identity/vault.ts';
import { openPart, type PartContent } from '../../../src/core/tips/tip-content.ts';
import type { Store } from '../../../src/db/client.ts';
import type { Contact } from './contacts.ts';

/** What became of what contacts said, as who has the keys reads it from the store. */
export interface Kept {
  tips: number;
  /** Acknowledged, and not in the store. */
  lost: string[];
  /** Twice in the store. */
  doubled: string[];
  /** Contacts who have more than one tip, as each told one thing. */
  doubledTips: number;
  /** Six words that somebody was given, and that lead to no tip. */
  emptyReceipts: string[];
  receipts: number;
}

interface PartRow {
  id: string;
  kind: PartContent['kind'];
  content: Uint8Array;
}

const RECEIPT = /^(?:Receipt|الإيصال)[:：]\s*/u;

export async function whatIsKept({ sql }: Store, vault: Vault, contacts: readonly Contact[]): Promise<Kept> {
  const parts = await sql<PartRow[]>`select id, kind, content from tip_part`;
  const texts = parts.map((part) => {
    const opened = openPart(vault, part);
    return opened === null ? '' : opened.kind === 'pin' ? '' : opened.text;
  });
  const times = new Map<string, number>();
  for (const text of texts) {
    for (const [token] of text.matchAll(/kanarienvogelwords\d+x\d+x/gu)) times.set(token, (times.get(token) ?? 0) + 1);
  }
  const words = contacts.flatMap((contact) => contact.words);
  const tips = await sql<{ receipt: Buffer | null }[]>`select receipt from tip`;
  const known = new Set(tips.map(({ receipt }) => receipt?.toString('hex')));
  const given = contacts
    .flatMap((contact) => contact.heard())
    .flatMap((text) => text.split('\n'))
    .filter((line) => RECEIPT.test(line))
    .map((line) => line.replace(RECEIPT, ''));
  const [{ n: doubledTips } = { n: -1 }] = await sql<{ n: number }[]>`
    select count(*)::int as n from (select 1 from tip group by contact_id having count(*) > 1) as several`;
  return {
    tips: tips.length,
    lost: words.filter(({ token, acknowledged }) => acknowledged() && !times.has(token)).map(({ token }) => token),
    doubled: [...times].filter(([, n]) => n > 1).map(([token]) => token),
    doubledTips,
    emptyReceipts: given.filter((line) => {
      const hash = readReceipt(vault, line);
      return hash === null || !known.has(Buffer.from(hash).toString('hex'));
    }),
    receipts: given.length,
  };
}
