import { act } from '../../moderation/act.ts';
import type { TipEvent } from '../../moderation/states.ts';
import { tellContact } from '../../moderation/tell-contact.ts';
import { leftOut, withoutLeads } from '../../moderation/without-leads.ts';
import type { Block } from '../../reply/reply.ts';
import { defineCommand, type Option } from '../command.ts';
import { memberOf } from '../team.ts';

/** `T-7K3Q9F`, or as buttons carry it. */
export const TIP = { kind: 'text', required: true } as const satisfies Option;
const WORDS = { kind: 'text', required: false, rest: true } as const satisfies Option;
export const TEAM = ['moderator', 'lead'] as const;

export const text = (sentence: string): Block => ({ kind: 'text', content: [sentence] });

/** A decision that takes no words. */
const plain = (name: 'claim' | 'release' | 'spam') =>
  defineCommand({
    name,
    options: { tip: TIP },
    access: TEAM,
    run(core, { tip }, invocation, { language }) {
      const event: TipEvent = name;
      const by = memberOf(invocation, name);
      return act(core, invocation, language, {
        tip,
        event,
        by,
        said: ({ t }, { row }) => [text(t(`did-${name}`, { ref: row.ref, who: by.name }))],
      });
    },
  });

export const claim = plain('claim');
export const release = plain('release');
/** The contact is told nothing: whoever sends spam learns nothing of it. */
export const spam = plain('spam');

/** For colleagues alone. */
export const note = defineCommand({
  name: 'note',
  options: { tip: TIP, text: { kind: 'text', required: true, rest: true } },
  access: TEAM,
  run(core, args, invocation, { language }) {
    const note = withoutLeads(args.text);
    return act(core, invocation, language, {
      tip: args.tip,
      event: 'note',
      by: memberOf(invocation, 'note'),
      content: { note },
      said: (voice, { row }) => [text(voice.t('did-note', { ref: row.ref })), ...leftOut(note, voice)],
    });
  },
});

/** The contact is told, with the reason where there is one. */
export const decline = defineCommand({
  name: 'decline',
  options: { tip: TIP, reason: WORDS },
  access: TEAM,
  run(core, { tip, reason }, invocation, { language }) {
    const by = memberOf(invocation, 'decline');
    const words = reason === undefined ? null : withoutLeads(reason);
    return act(core, invocation, language, {
      tip,
      event: 'decline',
      by,
      ...(words === null ? {} : { content: { reason: words } }),
      async effect(tx, held) {
        await tellContact(core, tx, held, { news: 'declined', words }, invocation.now);
        return {};
      },
      said: (voice, { row }) => [text(voice.t('did-decline', { ref: row.ref, who: by.name })), ...leftOut(words ?? '', voice)],
    });
  },
});
