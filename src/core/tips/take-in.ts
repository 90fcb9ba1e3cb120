import { saveChoices } from '../../db/queries/contacts.ts';
import { holdContact, saveTipContent, type TipRow } from '../../db/queries/tips.ts';
import type { Context, Invocation } from '../commands/command.ts';
import type { Attachment, Pin } from '../commands/speaker.ts';
import type { Core } from '../core.ts';
import { type Contact, contactOf } from '../identity/contacts.ts';
import { decide } from '../moderation/decide.ts';
import type { Reply } from '../reply/reply.ts';
import { createVoice, type Voice } from '../summary/voice.ts';
import { readAnswer, tellsSomething } from './answers.ts';
import { missingFields, NOTHING_MORE, nextAsked } from './asking.ts';
import { correctionOf, draftOf } from './drafting.ts';
import { isMixed, withFlags } from './flags.ts';
import { beginTip, gathersUntil, inHandOf, lastTipsOf } from './gathering.ts';
import { type Allowed, mayBegin, mayTell } from './limits.ts';
import { addPieces, contentsOf, type Inside, openParts, wordsOf } from './pieces.ts';
import { isCall } from './reads-as-report.ts';
import { isRepeated, tipThatHas } from './repeated.ts';
import { mayStill } from './state-for-contact.ts';
import { takenBack } from './taken-back.ts';
import { emptyContent, type Field, forTeam, openContent, sealContent, type TipContent } from './tip-content.ts';
import { againReply, answeredReply, firstReply, nextReply, privately, sentence, silence } from './tip-replies.ts';

/** What a contact sent in one message. */
export interface Sent {
  text: string;
  attachments: readonly Attachment[];
  pin: Pin | null;
  /** It may have been meant as a question: a button says so. */
  unclear?: boolean;
  /** Somebody of the team sent it: perhaps it is no tip, and a button says so. */
  doubted?: boolean;
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

/** Names that we do not know are as short; what is longer is more of the tip, unless it says what was asked. */
const NAME_WORDS = 3;
/** What can be answered by such a name. */
const ANSWERED_BY_NAME: readonly Field[] = ['place', 'attacker'];

/** What the words are an answer to; null: they tell more. */
function answered({ text, answers }: Sent, { asking }: TipContent, today: string, core: Core): Field | null {
  if (answers) return answers;
  if (text.trim() === '' || takenBack(text) !== null) return null;
  const words = { text, today };
  const asked = asking.filter((field) => field !== 'words');
  const understood = asked.find((field) => readAnswer(field, words, core) !== null);
  if (understood) return understood;
  const isName = text.trim().split(/\s+/u).length <= NAME_WORDS && /\p{L}/u.test(text) && !isCall(text);
  if (!isName || tellsSomething(core.reports.draft({ words: [words], pin: null }))) return null;
  return asked.find((field) => ANSWERED_BY_NAME.includes(field)) ?? null;
}

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
  const last = await lastTipsOf(inside.tx, contact);
  const inHand = sent.fresh ? null : inHandOf(last, inside.now);
  const again = inHand ? null : await tipThatHas(sent.text, last, told);
  const mayGoOn = inHand !== null || again !== null || (await mayBegin(inside.tx, inside.vault, contact, inside.now));
  if (allowed !== 'taken' || !mayGoOn) return privately(voice, [sentence(voice.t('tip-later'))]);
  if (contact.language !== voice.language) await saveChoices(inside.tx, contact.id, { language: voice.language });
  const tip = inHand ?? again;
  return tip ? grow(tip, sent, told) : begin(sent, last, told);
}

async function begin(sent: Sent, last: readonly TipRow[], told: Told): Promise<Reply> {
  const { core, voice, contact, inside, invocation } = told;
  const piece = { ...sent, answers: null };
  const contents = contentsOf(piece, invocation.today).map((content) => ({ content }));
  const draft = draftOf(contents, {}, core);
  const asking = missingFields({ draft, settled: [], hasWords: sent.text !== '' }, 0);
  const content = { ...emptyContent(), draft, asking, said: 1 };
  const { tip, receipt } = await beginTip(contact, { text: sent.text, language: voice.language, content, last }, inside);
  await addPieces(tip.id, [], { ...piece, unseen: contact.blocked }, invocation, inside);
  await changed(tip.id, told);
  const { unclear = false, doubted = false } = sent;
  const standing = { tipId: tip.id, draft, asking, isPut: asking.length > 0, unclear, doubted };
  return firstReply(standing, receipt, sent.attachments.length, voice);
}

async function grow(tip: TipRow, sent: Sent, told: Told): Promise<Reply> {
  const { core, inside, contact, invocation, voice } = told;
  const before = openContent(inside.vault, tip.id, tip.draft) ?? emptyContent();
  const held = await openParts(inside.tx, inside.vault, tip.id);
  const isAgain = isRepeated(sent.text, held);
  const text = isAgain ? '' : sent.text;
  if (isAgain && sent.attachments.length === 0 && sent.pin === null) return againReply(voice);
  const isForTeam = tip.state === 'needs_info';
  const answers = isForTeam ? null : answered({ ...sent, text }, before, invocation.today, core);
  const piece = { ...sent, text, answers, unseen: contact.blocked };
  const { added, parts } = await addPieces(tip.id, held, piece, invocation, inside);
  const former = draftOf(held, before.revised, core);
  const draft = draftOf(parts, before.revised, core);
  const isSilent = sent.quiet === true && (added === 0 || (text === '' && sent.pin === null && before.said > 1));
  const hasWords = wordsOf(parts).length > 0;
  const { settled, asking, isPut } = isForTeam ? NOTHING_MORE : nextAsked(before, { draft, former, hasWords, answers });
  await keep(tip, { ...before, draft, asking, settled, said: before.said + (isSilent ? 0 : 1) }, sent, told);
  if (isForTeam && added > 0) {
    await answerTeam(tip, told);
    return answeredReply(voice);
  }
  if (isSilent) return silence(voice);
  const words = { text, today: invocation.today };
  const understood = answers === null || readAnswer(answers, words, core) !== null;
  const corrects = answers === null && held.length > 0 && text !== '' && correctionOf(words, core) !== null;
  const wasAsked = asking.every((field) => before.asking.includes(field));
  const standing = { tipId: tip.id, draft, asking, isPut, wasAsked, unclear: sent.unclear ?? false };
  return nextReply(standing, { former, answered: answers, understood, corrects, files: sent.attachments.length }, voice);
}

/** The team's question has its answer: the tip is again with whoever asked. */
async function answerTeam(tip: TipRow, { inside, invocation, core }: Told): Promise<void> {
  const { tx, vault, now } = inside;
  const by = { kind: 'contact' as const };
  await decide(tx, vault, { tipId: tip.id, version: null, event: 'answer', by, cause: invocation.cause }, now);
  await core.tipChanged?.(core, tx, tip.id, now);
}

async function keep(tip: TipRow, content: TipContent, { text }: Sent, told: Told): Promise<void> {
  const { inside, contact } = told;
  const { tx, vault, now } = inside;
  await saveTipContent(tx, tip.id, {
    draft: sealContent(vault, tip.id, forTeam(content, contact), now),
    gatheringUntil: gathersUntil(now),
    flags: contact.blocked ? tip.flags : withFlags(tip.flags, { mixed_script: isMixed(text) }),
  });
  await changed(tip.id, told);
}

/** The team is told; of who is blocked nothing. */
async function changed(tipId: string, { core, inside, contact }: Told): Promise<void> {
  if (!contact.blocked) await core.tipChanged?.(core, inside.tx, tipId, inside.now);
}

/** Opens the contact's last tip for more, as long as nobody has decided on it. False: there is none. */
export async function reopenTip({ inside, contact, invocation }: Told): Promise<boolean> {
  const { tx, vault, now } = inside;
  const tips = await lastTipsOf(tx, contact);
  if (inHandOf(tips, now)) return true;
  const [last] = tips;
  if (!last || !mayStill(last, 'amend')) return false;
  const gatheringUntil = gathersUntil(now);
  if (last.state === 'spam') {
    await saveTipContent(tx, last.id, { gatheringUntil });
    return true;
  }
  const by = { kind: 'contact' as const };
  const asked = { tipId: last.id, version: null, event: 'amend' as const, by, cause: invocation.cause };
  const outcome = await decide(tx, vault, { ...asked, effect: async () => ({ gatheringUntil }) }, now);
  return outcome.kind === 'done';
}
