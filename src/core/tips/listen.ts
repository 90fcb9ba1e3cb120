import type { Context, Invocation } from '../commands/command.ts';
import type { Said } from '../commands/dispatch.ts';
import type { Core } from '../core.ts';
import { type Contact, knownContact } from '../identity/contacts.ts';
import { fold } from '../question/text.ts';
import type { Reply } from '../reply/reply.ts';
import { withoutTrailing } from '../reply/trailing.ts';
import { createVoice } from '../summary/voice.ts';
import { tellsSomething } from './answers.ts';
import { correctPart } from './correct.ts';
import { lastTipsOf } from './gathering.ts';
import { TYPED } from './lexicon/cues.ts';
import { mayTell } from './limits.ts';
import { type Manner, manner } from './reads-as-report.ts';
import { closeTip, skipField } from './settle.ts';
import { takeIn, withContact } from './take-in.ts';
import { notHere, privately, sentence, silence } from './tip-replies.ts';

/** "I don't know who": so much may follow. */
const UNKNOWN_WORDS = 2;

/** What somebody typed instead of pressing. */
const typed = (text: string): keyof typeof TYPED | null => {
  const said = withoutTrailing(fold(text), '.!,');
  const words = (list: string) => list.split(',').map(fold);
  if (TYPED.done.some((list) => words(list).includes(said))) return 'done';
  const rest = TYPED.skip.flatMap(words).filter((skip) => said === skip || said.startsWith(`${skip} `));
  return rest.some((skip) => said.slice(skip.length).trim().split(' ').length <= UNKNOWN_WORDS) ? 'skip' : null;
};

/** What we stumble over is neither: so a contact's is kept. */
function mannerOf(core: Core, text: string, today: string): Manner {
  try {
    return manner(core.reports.tell({ text, today }));
  } catch (error) {
    core.reportBug(error, 'tip');
    return { is: 'unclear', told: 0, asked: 0 };
  }
}

/** In the middle of a tip "no, at Arak" is no question. */
const SURELY_ASKED = 4;

/** "Where?", "who?": asked back, with nothing to look up. */
const ASKED_BACK_WORDS = 2;

const names = (core: Core, text: string, today: string) =>
  tellsSomething(core.reports.draft({ words: [{ text, today }], pin: null }));

/** In the middle of a tip. */
function isAsked(core: Core, text: string, { is, asked }: Manner, isTeam: boolean, today: string): boolean {
  if (is !== 'question' || (asked < SURELY_ASKED && !isTeam)) return false;
  return text.split(/\s+/u).length > ASKED_BACK_WORDS || names(core, text, today);
}

/** Whoever owes the team an answer may ask back: only what names something to look up is for the store. */
function isForStore(core: Core, text: string, today: string): boolean {
  const { is, asked } = mannerOf(core, text, today);
  return is === 'question' && asked >= SURELY_ASKED && names(core, text, today);
}

interface Heard {
  /** Known as somebody who wrote before; null: not. */
  contact: Contact | null;
  /** They told something before, or come as a contact. */
  isContact: boolean;
  /** A tip of theirs is being gathered. */
  gathering: boolean;
  /** The team asked them something, and has no answer. */
  asked: boolean;
}

async function hear(core: Core, { role, now }: Invocation, contact: Contact | null): Promise<Heard> {
  const tips = contact ? await lastTipsOf(core.store.db, contact) : [];
  return {
    contact,
    isContact: role === 'contact' || tips.length > 0,
    gathering: tips.some(({ gatheringUntil }) => gatheringUntil !== null && gatheringUntil > now),
    asked: tips.some(({ state }) => state === 'needs_info'),
  };
}

/** Whoever speaks, where they told something before; null: they did not, or others read along. */
export const whoTold = async (core: Core, { speaker }: Invocation): Promise<Contact | null> =>
  speaker.alone ? knownContact(core.store.db, core.vault, speaker) : null;

const isOfTeam = ({ role, member }: Invocation) => role === 'moderator' || role === 'lead' || Boolean(member);

/** Where others read along: nothing is taken, and nothing of it is said again. */
function inPublic(core: Core, invocation: Invocation, text: string, { language }: Context): Reply | null {
  if (isOfTeam(invocation)) return null;
  const brings = (invocation.attachments?.length ?? 0) > 0 || invocation.pin !== undefined;
  const tells = text !== '' && manner(core.reports.tell({ text, today: invocation.today })).is === 'report';
  if (!brings && !tells) return null;
  return notHere(createVoice(core.translator(language), core.gazetteer));
}

/**
 * Whether a plain message, or a file or pin, is told and not asked: then it is kept as a tip and this is the reply. Null: it is to be
 * answered as a question. Never loses what a contact sent: what is neither is kept.
 */
export async function listen(
  given: Core,
  invocation: Invocation,
  said: Said,
  { known, ...context }: Context & { known: Contact | null },
): Promise<Reply | null> {
  if (!('text' in said)) return null;
  const core = { ...given, reports: given.reports.remembering() };
  const text = said.text.trim();
  if (text.startsWith('/')) return null;
  const { attachments = [], pin = null, speaker, corrects } = invocation;
  if (!speaker.alone) return inPublic(core, invocation, text, context);
  const brings = attachments.length > 0 || pin !== null;
  const heard = await hear(core, invocation, known);
  const isTeam = isOfTeam(invocation);
  if (isTeam && !brings && !heard.gathering) return null;
  const more = heard.gathering || corrects !== undefined ? heard.contact : null;
  // before anything is read: a flood must cost less than a tip
  const allowed = more ? await mayTell(core.store.db, core.vault, more, invocation.now) : undefined;
  if (allowed === 'silent') return silence(createVoice(core.translator(context.language), core.gazetteer));
  if (corrects !== undefined && heard.isContact) {
    const corrected = await withCorrection(core, invocation, corrects, text, context);
    if (corrected) return corrected;
  }
  // a sticker, a contact card: nothing to keep, and no question
  if (text === '' && !brings) return heard.isContact ? welcome(core, context) : null;
  const told = (unclear: boolean) =>
    withContact(core, invocation, context, (contact) =>
      takeIn(
        { text, attachments: [...attachments], pin, unclear, quiet: true, doubted: isTeam, ...(allowed ? { allowed } : {}) },
        contact,
      ),
    );
  if (brings) return told(false);
  // "no" and "I do not know" are answers too
  if (heard.asked) return isForStore(core, text, invocation.today) ? null : told(false);
  const button = heard.isContact ? typed(text) : null;
  // the same whether or not a tip is in hand: whoever says it is done has nothing more to tell
  if (button) return withContact(core, invocation, context, button === 'done' ? closeTip : skipField);
  const read = mannerOf(core, text, invocation.today);
  if (heard.gathering) return isAsked(core, text, read, isTeam, invocation.today) ? null : told(false);
  if (read.is === 'report') return told(false);
  if (!heard.isContact) return null;
  if (read.is === 'talk') return welcome(core, context);
  return read.is === 'unclear' ? told(true) : null;
}

async function withCorrection(core: Core, invocation: Invocation, cause: string, text: string, context: Context) {
  let found = true;
  const reply = await withContact(core, invocation, context, async (told) => {
    const corrected = await correctPart(cause, text, told);
    found = corrected !== null;
    return corrected ?? privately(told.voice, []);
  });
  return found ? reply : null;
}

/** To somebody who says hello. */
function welcome(core: Core, { language }: Context): Reply {
  const voice = createVoice(core.translator(language), core.gazetteer);
  return privately(voice, [sentence(voice.t('tip-how'))]);
}
