import type { Core } from '../../core.ts';
import { act, present } from '../../moderation/act.ts';
import { EDITED, type Edited, fieldSaid, isEdited, readValue, SLOT } from '../../moderation/draft-fields.ts';
import { findTip, seen } from '../../moderation/tip-view.ts';
import { createVoice, type Voice } from '../../summary/voice.ts';
import { type Draft, emptyDraft } from '../../tips/draft.ts';
import { emptyContent, openContent, sealContent } from '../../tips/tip-content.ts';
import { UserError } from '../../user-error.ts';
import { defineCommand, type Option } from '../command.ts';
import { memberOf } from '../team.ts';
import { TEAM, TIP, text } from './on-tips.ts';

const FIELD = { kind: 'choice', choices: EDITED, required: true } as const satisfies Option;
const VALUE = { kind: 'text', required: true, rest: true } as const satisfies Option;

interface Change {
  field: Edited;
  value: string;
}

/** What the value says, or the sentence that it is not understood. */
function changeOf({ field, value }: Change, core: Core, at: { today: string; before: Draft }, { t }: Voice): Partial<Draft> {
  const change = readValue(field, value, core, at);
  if (!change) throw new UserError('value-not-understood', { said: value.slice(0, 80), name: t(`draft-field.${SLOT[field]}`) });
  return change;
}

const readChange = (args: { field: string; value: string }): Change => ({
  field: isEdited(args.field) ? args.field : 'summary',
  value: args.value,
});

/** Shows what a correction would change; nothing is saved before the button. */
export const edit = defineCommand({
  name: 'edit',
  options: { tip: TIP, field: FIELD, value: VALUE },
  access: TEAM,
  async run(core, args, { today }, { language }) {
    const voice = createVoice(core.translator(language), core.gazetteer);
    const { t } = voice;
    const change = readChange(args);
    const view = await present(core, core.store.db, (await findTip(core.store.db, args.tip)).id);
    const draft = (view.content ?? emptyContent()).draft;
    const after = { ...draft, ...changeOf(change, core, { today, before: draft }, voice) };
    const name = t(`draft-field.${SLOT[change.field]}`);
    return {
      language,
      visibility: 'public',
      blocks: [
        text(t('edit-shown', { ref: view.row.ref, name })),
        {
          kind: 'facts',
          facts: [
            { label: t('edit-before'), value: [fieldSaid(change.field, draft, voice)] },
            { label: t('edit-after'), value: [fieldSaid(change.field, after, voice)] },
          ],
        },
        {
          kind: 'actions',
          actions: [
            { label: t('edit-save'), command: 'revise', args: { tip: seen(view), field: change.field, value: change.value } },
          ],
        },
      ],
    };
  },
});

/** Saves a correction: it stands whatever the contact adds. */
export const revise = defineCommand({
  name: 'revise',
  options: { tip: TIP, field: FIELD, value: VALUE },
  access: TEAM,
  unlisted: true,
  async run(core, args, invocation, { language }) {
    const { vault, store } = core;
    const { now, today } = invocation;
    const voice = createVoice(core.translator(language), core.gazetteer);
    const { field, value } = readChange(args);
    const { id } = await findTip(store.db, args.tip);
    const before = (await present(core, store.db, id)).content?.draft ?? emptyDraft();
    const change = changeOf({ field, value }, core, { today, before }, voice);
    const name = voice.t(`draft-field.${SLOT[field]}`);
    return act(core, invocation, language, {
      tip: args.tip,
      event: 'revise',
      by: memberOf(invocation, 'revise'),
      content: {
        field: name,
        before: fieldSaid(field, before, voice),
        after: fieldSaid(field, { ...before, ...change }, voice),
      },
      async effect(_tx, held) {
        const content = openContent(vault, held.id, held.draft) ?? emptyContent();
        const revised = { ...content.revised, ...change };
        return { draft: sealContent(vault, held.id, { ...content, revised, draft: { ...content.draft, ...change } }, now) };
      },
      said: ({ t }, { row }) => [text(t('did-revise', { ref: row.ref, name }))],
    });
  },
});
