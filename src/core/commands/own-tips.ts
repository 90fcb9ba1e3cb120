import { forgetConversation } from '../../db/queries/conversation.ts';
import { destroyTipContent, detachTips, readTipsOf } from '../../db/queries/tips.ts';
import { forgetContact } from '../identity/contacts.ts';
import { decide } from '../moderation/decide.ts';
import { follow } from '../moderation/states.ts';
import { lastTips, meantTip, standingOf } from '../tips/own-tips.ts';
import { stateForContact } from '../tips/state-for-contact.ts';
import { reopenTip, type Told, takeIn, withContact } from '../tips/take-in.ts';
import { notHere, privately, sentence } from '../tips/tip-replies.ts';
import { defineCommand, type Option, ROLES } from './command.ts';

const RECEIPT = { kind: 'text', required: false, rest: true } as const satisfies Option;

/** How a tip stands: by its receipt from anywhere, else the contact's own last ones. */
export const status = defineCommand({
  name: 'status',
  options: { receipt: RECEIPT },
  access: ROLES,
  replies: 'private',
  run: (core, { receipt = '' }, invocation, context) =>
    withContact(core, invocation, context, async (told) => {
      const one = receipt.trim() === '' ? null : await meantTip(receipt, told);
      const tips = receipt.trim() === '' ? await lastTips(told) : one ? [one] : [];
      const { voice } = told;
      if (tips.length === 0) return privately(voice, [sentence(voice.t(receipt.trim() === '' ? 'tip-none' : 'tip-not-found'))]);
      const items = await Promise.all(tips.map((tip) => standingOf(tip, told)));
      return privately(voice, [{ kind: 'list', ordered: false, items }]);
    }),
});

/** More words for the last tip, however long ago it was. */
export const add = defineCommand({
  name: 'add',
  options: { text: { kind: 'text', required: false, rest: true } },
  access: ROLES,
  replies: 'private',
  run: (core, { text = '' }, invocation, context) =>
    withContact(core, invocation, context, async (told) => {
      const { voice } = told;
      if (!invocation.speaker.alone) return notHere(voice);
      const reopened = await reopenTip(told);
      const { attachments = [], pin = null } = invocation;
      const brings = text.trim() !== '' || attachments.length > 0 || pin !== null;
      if (!brings) return privately(voice, [sentence(voice.t(reopened ? 'tip-go-on' : 'tip-how'))]);
      return takeIn({ text, attachments, pin }, told);
    }),
});

async function withdrawTip(told: Told, receipt: string): Promise<'withdrawn' | 'decided' | 'none'> {
  const { inside, invocation } = told;
  const tip = await meantTip(receipt, told);
  if (!tip) return 'none';
  // taken back already: to say so again harms nobody
  if (stateForContact(tip) === 'withdrawn') return 'withdrawn';
  if (tip.state !== 'spam') {
    const by = { kind: 'contact' as const };
    const asked = { tipId: tip.id, version: null, event: 'withdraw' as const, by, cause: invocation.cause };
    const outcome = await decide(inside.tx, inside.vault, asked, inside.now);
    if (outcome.kind !== 'done' && outcome.kind !== 'repeated') return 'decided';
  }
  await destroyTipContent(inside.tx, [tip.id]);
  await told.core.tipChanged?.(told.core, inside.tx, tip.id, inside.now);
  return 'withdrawn';
}

/** Takes a tip back: what was sent is destroyed. */
export const withdraw = defineCommand({
  name: 'withdraw',
  options: { receipt: RECEIPT },
  access: ROLES,
  replies: 'private',
  run: (core, { receipt = '' }, invocation, context) =>
    withContact(core, invocation, context, async (told) => {
      const became = await withdrawTip(told, receipt);
      const { voice } = told;
      return privately(voice, [
        sentence(voice.t(became === 'none' && receipt.trim() !== '' ? 'tip-not-found' : `tip-${became}`)),
      ]);
    }),
});

/** More than anybody has. */
const ALL = 10_000;

/** Everything that leads to the contact, and all that they sent and nobody has decided on, is destroyed at once. */
export const forget = defineCommand({
  name: 'forget',
  options: {},
  access: ROLES,
  replies: 'private',
  run: (core, _args, invocation, context) =>
    withContact(core, invocation, context, async (told) => {
      const { inside, contact, voice } = told;
      const { tx, vault, now } = inside;
      const tips = await readTipsOf(tx, contact.id, ALL);
      for (const tip of tips) {
        if (follow(tip.state, 'withdraw') === null) continue;
        const by = { kind: 'contact' as const };
        await decide(tx, vault, { tipId: tip.id, version: null, event: 'withdraw', by, cause: null }, now);
      }
      await destroyTipContent(
        tx,
        tips.map(({ id }) => id),
      );
      for (const { id } of tips) await core.tipChanged?.(core, tx, id, now);
      await detachTips(tx, contact.id);
      await forgetContact(tx, contact.id);
      await forgetConversation(tx, invocation.conversation);
      return privately(voice, [sentence(voice.t('tip-forgotten'))]);
    }),
});
