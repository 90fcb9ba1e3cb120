import { isDeepStrictEqual } from 'node:util';
import type { Core } from '../../core.ts';
import { act, cannot, present } from '../../moderation/act.ts';
import { changesShown, nowAndThen, unusedShown, warning } from '../../moderation/changes-shown.ts';
import { fieldSaid, fieldShown, readValue, type ValueRead } from '../../moderation/draft-fields.ts';
import { type Aim, EDITED, type Edited } from '../../moderation/field-words.ts';
import { inBoth } from '../../moderation/in-both.ts';
import { follow } from '../../moderation/states.ts';
import { findTip, seen } from '../../moderation/tip-view.ts';
import type { Draft } from '../../tips/draft.ts';
import { emptyContent, openContent, sealContent } from '../../tips/tip-content.ts';
import { UserError } from '../../user-error.ts';
import type { Option } from '../command.ts';
import { memberOf } from '../team.ts';
import { aimOf, loggedAs, nameOf, reasonShown, saidOf } from './fields.ts';
import { TIP, text } from './on-tips.ts';
import { proposing } from './proposing.ts';

const FIELD = { kind: 'text', required: true } as const satisfies Option;
const VALUE = { kind: 'text', required: true, rest: true } as const satisfies Option;

/** What a value makes of a draft. Throws UserError where it is not understood, or makes nothing of it. */
function corrected(aim: Aim<Edited>, value: string, before: Draft, at: { core: Core; today: string; ref: string; name: string }) {
  const { core, today, ref, name } = at;
  const read: ValueRead | null = readValue(aim, value, core, { today, before });
  if (!read) throw new UserError('value-not-understood', { said: value.slice(0, 80), name });
  const after = { ...before, ...read.change };
  if (isDeepStrictEqual(after, before)) throw new UserError('nothing-changes', { ref, name });
  return { ...read, before, after };
}

/** Corrects what was understood of a tip; it stands whatever the contact adds. */
export const [edit, revise] = proposing({
  name: 'edit',
  saves: 'revise',
  options: { tip: TIP, field: FIELD, value: VALUE },
  async read({ core, args, invocation, voice }) {
    const aim = aimOf(args.field, EDITED, voice);
    const { id } = await findTip(core.store.db, args.tip);
    const view = await present(core, core.store.db, id);
    const before = (view.content ?? emptyContent()).draft;
    const name = nameOf(aim, voice);
    const at = { core, today: invocation.today, ref: view.row.ref, name };
    const { value, reason } = saidOf(aim, args.value);
    return { aim, view, name, reason, ...corrected(aim, value, before, at) };
  },
  async show({ aim, view, name, reason, before, after, unused }, { core, args, voice }) {
    const { t } = voice;
    const { ref, state } = view.row;
    if (follow(state, 'revise') === null) return { blocks: await cannot(core, view, voice) };
    const isOld = aim.field !== 'summary' && Object.keys(before.summary ?? {}).length > 0;
    return {
      blocks: [
        text(t('edit-shown', { ref, name })),
        ...changesShown(
          [nowAndThen(name, fieldShown(aim.field, before, voice), fieldShown(aim.field, after, voice), voice)],
          voice,
        ),
        ...reasonShown(reason, voice),
        ...unusedShown(unused, voice),
        ...(isOld ? [warning(t('shown-stale-tip', { ref, summary: fieldSaid('summary', before, voice) }))] : []),
      ],
      button: { label: t('edit-save'), args: { tip: seen(view), field: aim.name, value: args.value } },
    };
  },
  save({ aim, view, name, reason, before, after, change }, { core, args, invocation, voice }) {
    const { vault } = core;
    return act(core, invocation, voice.language, {
      // what it makes of the draft was read from this version
      tip: args.tip.includes('@') ? args.tip : seen(view),
      event: 'revise',
      by: memberOf(invocation, 'revise'),
      content: {
        field: loggedAs(aim),
        before: inBoth(core, (one) => fieldShown(aim.field, before, one)),
        after: inBoth(core, (one) => fieldShown(aim.field, after, one)),
        ...(reason === null ? {} : { reason }),
      },
      async effect(_tx, held) {
        const content = openContent(vault, held.id, held.draft) ?? emptyContent();
        const revised = { ...content.revised, ...change };
        const draft = { ...content.draft, ...change };
        return { draft: sealContent(vault, held.id, { ...content, revised, draft }, invocation.now) };
      },
      said: ({ t }, { row }) => [text(t('did-revise', { ref: row.ref, name }))],
    });
  },
});
