import type { Database } from '../../../db/client.ts';
import { readContactByCode } from '../../../db/queries/contacts.ts';
import { TRUST, type Trust } from '../../../db/schema/contact.ts';
import type { Core } from '../../core.ts';
import { blockContact, revealContact, trustContact, unblockContact } from '../../identity/contacts.ts';
import { leftToOperators } from '../../identity/wipe.ts';
import { record } from '../../moderation/record.ts';
import type { Member } from '../../moderation/team.ts';
import { agreedByTwo, waitsSaid } from '../../moderation/two-people.ts';
import type { Block, Reply } from '../../reply/reply.ts';
import { UserError } from '../../user-error.ts';
import { defineCommand, type Option } from '../command.ts';
import { memberOf } from '../team.ts';
import { TEAM, text } from './on-tips.ts';

const CODE = { kind: 'text', required: true } as const satisfies Option;
/** As much of it as a word to the team takes. */
const LONGEST_REASON = 300;
const isTrust = (word: string): word is Trust => TRUST.some((trust) => trust === word);

const privately = (language: Reply['language'], blocks: Block[]): Reply => ({ language, blocks, visibility: 'private' });

async function contactCalled(tx: Database, code: string) {
  const contact = await readContactByCode(tx, code.trim().toLowerCase());
  if (!contact) throw new UserError('no-such-contact', { name: code.slice(0, 40) });
  return contact;
}

/** What was decided on a contact, in the log; the reason is sealed. */
const noted = (
  core: Core,
  tx: Database,
  what: { code: string; event: string; by: Member; content?: Record<string, unknown> },
  now: Date,
) =>
  record(
    tx,
    core.vault,
    {
      subject: 'contact',
      subjectId: what.code,
      event: what.event,
      by: { kind: 'moderator', id: what.by.id },
      cause: null,
      content: what.content ?? null,
    },
    now,
  );

/** Nothing of theirs is kept from now on, and nothing tells them so. */
export const block = defineCommand({
  name: 'block',
  options: { contact: CODE, off: { kind: 'choice', choices: ['off'], required: false } },
  access: TEAM,
  async run(core, args, invocation, { language }) {
    const by = memberOf(invocation, 'block');
    const { now } = invocation;
    const code = await core.store.db.transaction(async (tx) => {
      const { code } = await contactCalled(tx, args.contact);
      const changed = args.off ? await unblockContact(tx, code) : await blockContact(tx, code, by.id, now);
      if (changed) await noted(core, tx, { code, event: args.off ? 'unblocked' : 'blocked', by }, now);
      return code;
    });
    const t = core.translator(language);
    return { language, visibility: 'public', blocks: [text(t(args.off ? 'did-unblock' : 'did-block', { code }))] };
  },
});

/** How far a contact has proved themselves; their next tips say so. */
export const trust = defineCommand({
  name: 'trust',
  options: { contact: CODE, trust: { kind: 'choice', choices: TRUST, required: true } },
  access: ['lead'],
  async run(core, args, invocation, { language }) {
    const by = memberOf(invocation, 'trust');
    const value: Trust = isTrust(args.trust) ? args.trust : 'unknown';
    const code = await core.store.db.transaction(async (tx) => {
      const contact = await contactCalled(tx, args.contact);
      await trustContact(tx, contact.code, value);
      await noted(
        core,
        tx,
        { code: contact.code, event: 'trusted', by, content: { before: contact.trust, after: value } },
        invocation.now,
      );
      return contact.code;
    });
    const t = core.translator(language);
    return { language, visibility: 'public', blocks: [text(t('did-trust', { code, trust: t(`contact-trust.${value}`) }))] };
  },
});

/** Who a contact is on their platform: with a reason, for two leads, and written down. For the second one's eyes alone. */
export const reveal = defineCommand({
  name: 'reveal',
  options: { contact: CODE, reason: { kind: 'text', required: true, rest: true } },
  access: ['lead'],
  replies: 'private',
  async run(core, { contact: said, reason }, invocation, { language }) {
    const by = memberOf(invocation, 'reveal');
    const { now } = invocation;
    const t = core.translator(language);
    const shown = await core.store.db.transaction(async (tx) => {
      const { id, code } = await contactCalled(tx, said);
      const waits = await agreedByTwo(
        core,
        tx,
        {
          kind: 'reveal',
          about: id,
          by,
          least: 'lead',
          agree: { command: 'reveal', args: { contact: code, reason } },
          said: (voice) => voice.t('consent-what.reveal', { code, reason: reason.slice(0, LONGEST_REASON) }),
        },
        now,
      );
      await noted(core, tx, { code, event: waits ? 'reveal-asked' : 'revealed', by, content: { reason } }, now);
      return waits ? waitsSaid(waits, t) : ((await revealContact(tx, core.vault, id)) ?? t('reveal-gone', { code }));
    });
    return privately(language, [text(shown)]);
  },
});

/** Destroys all keys: nothing that contacts sent can be read ever again. For two leads. */
export const wipe = defineCommand({
  name: 'wipe',
  // no single tap destroys anything
  options: { sure: { kind: 'choice', choices: ['ask'], required: false } },
  access: ['lead'],
  replies: 'private',
  async run(core, { sure }, invocation, { language }) {
    const by = memberOf(invocation, 'wipe');
    const { now } = invocation;
    const t = core.translator(language);
    if (sure !== undefined) {
      const actions = [{ label: t('consent-wipe'), command: 'wipe', args: {} }];
      return privately(language, [text(t('consent-wipe-sure')), { kind: 'actions', actions }]);
    }
    const waits = await core.store.db.transaction(async (tx) => {
      const waits = await agreedByTwo(
        core,
        tx,
        {
          kind: 'wipe',
          about: 'all',
          by,
          least: 'lead',
          agree: { command: 'wipe', args: { sure: 'ask' } },
          said: (voice) => voice.t('consent-what.wipe'),
        },
        now,
      );
      const event = waits ? 'wipe-asked' : 'wiped';
      const who = { kind: 'moderator', id: by.id } as const;
      await record(tx, core.vault, { subject: 'store', subjectId: 'keys', event, by: who, cause: null, content: null }, now);
      return waits;
    });
    if (waits) return privately(language, [text(waitsSaid(waits, t))]);
    // before anything is said of it: what is said goes out without a key
    core.vault.wipe(now);
    const left = leftToOperators(t).map((sentence) => ({ content: [sentence] }));
    return privately(language, [text(t('did-wipe')), { kind: 'list', ordered: false, items: left }]);
  },
});
