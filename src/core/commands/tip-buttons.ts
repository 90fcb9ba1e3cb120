import { deletePart } from '../../db/queries/tip-parts.ts';
import { deleteTip, readTipRow } from '../../db/queries/tips.ts';
import type { Core } from '../core.ts';
import { lastWords, readAgain } from '../tips/correct.ts';
import { closeTip, fixField, skipField } from '../tips/settle.ts';
import { stateForContact } from '../tips/state-for-contact.ts';
import { type Told, takeIn, withContact } from '../tips/take-in.ts';
import { FIELDS, type Field } from '../tips/tip-content.ts';
import { doneReply } from '../tips/tip-replies.ts';
import { UserError } from '../user-error.ts';
import { ask } from './ask.ts';
import { defineCommand, type Option, ROLES } from './command.ts';

const FIELD = { kind: 'choice', choices: FIELDS, required: true } as const satisfies Option;
/** The tip under which the button stands; typed without one they mean the tip in hand. */
const TIP = { kind: 'text', required: false } as const satisfies Option;
const isField = (word: string): word is Field => FIELDS.some((field) => field === word);
const readField = (word: string): Field => (isField(word) ? word : 'words');

/** A field was understood wrongly. */
export const fix = defineCommand({
  name: 'fix',
  options: { field: FIELD, tip: TIP },
  access: ROLES,
  unlisted: true,
  replies: 'private',
  run: (core, { field }, invocation, context) =>
    withContact(core, invocation, context, (told) => fixField(readField(field), told)),
});

/** An answer that needs no typing. */
export const say = defineCommand({
  name: 'say',
  options: { field: FIELD, text: { kind: 'text', required: true, rest: true } },
  access: ROLES,
  unlisted: true,
  replies: 'private',
  run: (core, { field, text }, invocation, context) =>
    withContact(core, invocation, context, (told) =>
      takeIn({ text, attachments: [], pin: null, answers: readField(field) }, told),
    ),
});

export const skip = defineCommand({
  name: 'skip',
  options: { tip: TIP },
  access: ROLES,
  unlisted: true,
  replies: 'private',
  run: (core, _args, invocation, context) => withContact(core, invocation, context, skipField),
});

export const done = defineCommand({
  name: 'done',
  options: { tip: TIP },
  access: ROLES,
  unlisted: true,
  replies: 'private',
  run: (core, _args, invocation, context) => withContact(core, invocation, context, closeTip),
});

/** Takes the last words out of their own tip again; null: there are none. */
async function takeOut(core: Core, tipId: string, { inside, contact }: Told): Promise<string | null> {
  const tip = await readTipRow(inside.tx, tipId);
  if (tip?.contactId !== contact.id || stateForContact(tip) !== 'received') return null;
  const { parts, last } = await lastWords(tipId, inside);
  if (last?.content.kind !== 'words') return null;
  if (parts.length === 1) await deleteTip(inside.tx, tipId);
  else {
    await deletePart(inside.tx, last.row.id);
    await readAgain(tipId, { core, inside, contact });
  }
  return last.content.text;
}

/** What was taken for a tip was a question: it is answered, and not kept. */
export const question = defineCommand({
  name: 'question',
  options: { tip: { kind: 'text', required: true } },
  access: ROLES,
  unlisted: true,
  replies: 'private',
  async run(core, args, invocation, context) {
    let asked: string | null = null;
    await withContact(core, invocation, context, async (told) => {
      asked = await takeOut(core, args.tip, told);
      return doneReply(told.voice);
    });
    if (asked === null) throw new UserError('answer-expired');
    return ask.run(core, { text: asked }, invocation, context);
  },
});
