import { saveChoices } from '../../db/queries/contacts.ts';
import { holdContact, readTipsOf, saveTipContent, type TipRow } from '../../db/queries/tips.ts';
import type { Context, Invocation } from '../commands/command.ts';
import type { Attachment, Pin } from '../commands/speaker.ts';
import type { Core } from '../core.ts';
import { type Contact, contactOf } from '../identity/contacts.ts';
import { decide } from '../moderation/decide.ts';
import { follow } from '../moderation/states.ts';
import type { Reply } from '../reply/reply.ts';
import { createVoice, type Voice } from '../summary/voice.ts';
import { nextField, readAnswer, tellsSomething } from './answers.ts';
import { draftOf } from './drafting.ts';
import { isMixed, withFlags } from './flags.ts';
import { beginTip, gathersUntil, tipInHand } from './gathering.ts';
import { type Allowed, mayBegin, mayTell } from './limits.ts';
import { addPieces, type Inside, openParts, wordsOf } from './pieces.ts';
import { emptyContent, type Field, openContent, sealContent, type TipContent } from './tip-content.ts';
import { firstReply, nextReply, privately, sentence, silence } from './tip-replies.ts';

/** What a contact sent in one message. */
export interface Sent {
  text: string;
  attachments: readonly Attachment[];
  pin: Pin | null;
  /** It may have been meant as a question: a button says so. */
  unclear?: boolean;
  /** It was said and not commanded: it may be left without a word. */
  quiet?: boolean;
  /** A tip of its own, also where another is in hand: so it was commanded. */
  fresh?: boolean;
  /** Whether it may be told, where that was asked already. */
  allowed?: Allowed;
  /** The words answer this, as a button says. */
  answers?: Field;
}

export interface Told {
  core: Core;
  inside: Inside;
  contact: Contact;
  invocation: Invocation;
  voice: Voice;
}

/** What is longer, or tells something else, is more of the tip unless it says what was asked. */
const SHORT_ANSWER = 6;

/** What the words are an answer to; null: they tell more. */
function answered({ text, answers }: Sent, { asking }: TipContent, today: string, core: Core): Field | null {
  if (answers) return answers;
  if (!asking || asking === 'words' || text.trim() === '') return null;
  const words = { text, today };
  if (readAnswer(asking, words, core) !== null) return asking;
  const isShort = text.trim().split(/\s+/u).length <= SHORT_ANSWER;
  return isShort && /[\p{L}\p{N}]/u.test(text) && !tellsSomething(core.reports.draft({ words: [words], pin: null }))
    ? asking
    : null;
}

/** Whether an answer said anything of what it answers. */
const isUnderstood = (field: Field | null, text: string, today: string, core: Core) =>
  field === null || readAnswer(field, { text, today }, core) !== null;

/** Works in the transaction of whoever calls, or in one of its own. Everything about contacts goes through here. */
export function withContact(
  core: Core,
  invocation: Invocation,
  { language }: Context,
  run: (told: Told) => Promise<Reply>,
): Promise<Reply> {
  const { speaker, now } = invocation;
  return core.store.db.transaction(async (tx) => {
    const contact = await contactOf(tx, core.vault, speaker, now, core.newId);
    await holdContact(tx, contact.id);
    const { vault, newId, fetchLater } = core;
    const voice = createVoice(core.translator(language), core.gazetteer);
    const reply = await run({ core, inside: { tx, vault, newId, fetchLater, now }, contact, invocation, voice });
    return contact.deletesMessages ? { ...reply, forgetsCause: true } : reply;
  });
}

/** Keeps what a contact sent, as a tip or as a part of the one in hand, and says so. */
export async function takeIn(sent: Sent, told: Told): Promise<Reply> {
  const { contact, inside, voice } = told;
  const allowed = sent.allowed ?? (await mayTell(inside.tx, inside.vault, contact, inside.now));
  if (allowed === 'silent' && sent.quiet) return silence(voice);
  const inHand = sent.fresh ? null : await tipInHand(inside.tx, contact, inside.now);
  const mayGoOn = inHand !== null || (await mayBegin(inside.tx, inside.vault, contact, inside.now));
  if (allowed !== 'taken' || !mayGoOn) return privately(voice, [sentence(voice.t('tip-later'))]);
  if (contact.language !== voice.language) await saveChoices(inside.tx, contact.id, { language: voice.language });
  if (inHand) return grow(inHand, sent, told);
  const { tip, receipt } = await beginTip(contact, { text: sent.text, language: voice.language }, inside);
  return begin(tip, receipt, sent, told);
}

/** Parts as they stand, or what of a blocked contact is looked at and not kept. */
async function partsAfter(tip: TipRow, sent: Sent, answers: Field | null, told: Told) {
  const { inside, contact, invocation } = told;
  const { text, pin, attachments } = sent;
  const { today } = invocation;
  if (contact.blocked) {
    const words = text === '' ? [] : [{ content: { kind: 'words' as const, text, today, answers } }];
    return { added: 1, parts: [...words, ...(pin ? [{ content: { kind: 'pin' as const, ...pin } }] : [])] };
  }
  const added = await addPieces(tip.id, { text, pin, attachments, answers }, invocation, inside);
  return { added, parts: await openParts(inside.tx, inside.vault, tip.id) };
}

async function begin(tip: TipRow, receipt: string, sent: Sent, told: Told): Promise<Reply> {
  const { core, voice } = told;
  const { parts } = await partsAfter(tip, sent, null, told);
  const draft = draftOf(parts, {}, core);
  const asking = nextField(draft, [], wordsOf(parts).length > 0);
  await keep(tip, { ...emptyContent(), draft, asking, said: 1 }, sent, told);
  const standing = { tipId: tip.id, draft, asking, unclear: sent.unclear ?? false };
  return firstReply(standing, receipt, sent.attachments.length, voice);
}

async function grow(tip: TipRow, sent: Sent, told: Told): Promise<Reply> {
  const { core, inside, contact, invocation, voice } = told;
  const before = openContent(inside.vault, tip.id, tip.draft) ?? emptyContent();
  const answers = answered(sent, before, invocation.today, core);
  const { added, parts } = await partsAfter(tip, sent, answers, told);
  const draft = draftOf(parts, before.revised, core);
  const hasWords = wordsOf(parts).length > 0;
  const done: Field[] = answers ? [answers] : before.asking === 'words' && hasWords ? ['words'] : [];
  const settled = [...new Set([...before.settled, ...done])];
  const asking =
    before.asking && !settled.includes(before.asking) && done.length === 0 && !hasAnswer(before.asking, draft, hasWords)
      ? before.asking
      : nextField(draft, settled, hasWords);
  const isMore = sent.attachments.length > 0 && sent.text === '' && sent.pin === null;
  const isSilent = sent.quiet === true && (added === 0 || (isMore && before.said > 1));
  await keep(tip, { ...before, draft, asking, settled, said: before.said + (isSilent ? 0 : 1) }, sent, told);
  if (tip.state === 'needs_info' && !contact.blocked && added > 0) await answerTeam(tip, told);
  if (isSilent) return silence(voice);
  const understood = isUnderstood(answers, sent.text, invocation.today, core);
  const standing = { tipId: tip.id, draft, asking, unclear: sent.unclear ?? false };
  return nextReply(standing, { answered: answers, understood, files: sent.attachments.length }, voice);
}

const hasAnswer = (field: Field, draft: TipContent['draft'], hasWords: boolean): boolean =>
  nextField(draft, [], hasWords) !== field && field !== 'words';

/** The team's question has its answer: the tip is again with whoever asked. */
async function answerTeam(tip: TipRow, { inside, invocation, core }: Told): Promise<void> {
  const { tx, vault, now } = inside;
  const by = { kind: 'contact' as const };
  await decide(tx, vault, { tipId: tip.id, version: null, event: 'answer', by, cause: invocation.cause }, now);
  await core.tipChanged?.(core, tx, tip.id, now);
}

async function keep(tip: TipRow, content: TipContent, { text }: Sent, { core, inside, contact }: Told): Promise<void> {
  const { tx, vault, now } = inside;
  const kept = contact.blocked ? { ...content, draft: emptyContent().draft } : content;
  await saveTipContent(tx, tip.id, {
    draft: sealContent(vault, tip.id, kept, now),
    gatheringUntil: gathersUntil(now),
    flags: contact.blocked ? tip.flags : withFlags(tip.flags, { mixed_script: isMixed(text) }),
  });
  if (!contact.blocked) await core.tipChanged?.(core, tx, tip.id, now);
}

/** Opens the contact's last tip for more, as long as nobody has decided on it. False: there is none. */
export async function reopenTip({ inside, contact, invocation }: Told): Promise<boolean> {
  const { tx, vault, now } = inside;
  if (await tipInHand(tx, contact, now)) return true;
  const [last] = await readTipsOf(tx, contact.id, 1);
  if (!last || follow(last.state, 'amend') === null) return false;
  const by = { kind: 'contact' as const };
  const effect = async () => ({ gatheringUntil: gathersUntil(now) });
  const outcome = await decide(
    tx,
    vault,
    { tipId: last.id, version: null, event: 'amend', by, cause: invocation.cause, effect },
    now,
  );
  return outcome.kind === 'done';
}
