import { countByState, type QueueFilter, readQueue, WAITING } from '../../../db/queries/moderation.ts';
import type { TipState } from '../../../db/schema/tip.ts';
import type { Core } from '../../core.ts';
import { waited } from '../../moderation/times.ts';
import type { Block } from '../../reply/reply.ts';
import { createVoice, type Voice } from '../../summary/voice.ts';
import { openContent } from '../../tips/tip-content.ts';
import { understoodFacts } from '../../tips/understood.ts';
import { defineCommand } from '../command.ts';
import { memberOf } from '../team.ts';

const SHOWN = {
  waiting: WAITING,
  new: ['received'],
  claimed: ['claimed'],
  asked: ['needs_info'],
  mine: WAITING,
  decided: ['accepted', 'merged', 'declined', 'spam'],
} as const satisfies Record<string, readonly TipState[]>;
const isShown = (word: string): word is keyof typeof SHOWN => Object.hasOwn(SHOWN, word);

/** So many fit a phone. */
const AT_ONCE = 8;

type Row = Awaited<ReturnType<typeof readQueue>>[number];

/** One line says what it is, the next who has it. */
function lineOf({ tip, code, claimedBy }: Row, core: Core, voice: Voice, now: Date) {
  const { t } = voice;
  const draft = openContent(core.vault, tip.id, tip.draft)?.draft;
  const facts = draft ? understoodFacts(draft, voice, ['words', 'place', 'day', 'toll']) : [];
  const gist = voice.joined(facts.flatMap(({ value }) => value.filter((part) => typeof part === 'string')));
  const state = t(`mod-state.${tip.state}`);
  const standing = claimedBy === null ? state : t('card-state-with', { state, name: claimedBy });
  return {
    content: [...voice.ref(tip.ref), ' · ', gist === '' ? t('queue-no-gist') : gist],
    lines: [
      [t('queue-line', { contact: code ?? t('card-forgotten'), state: standing, waited: waited(tip.receivedAt, now, voice) })],
    ],
  };
}

/** Tips that wait, oldest first. */
export const queue = defineCommand({
  name: 'queue',
  options: {
    show: { kind: 'choice', choices: Object.keys(SHOWN), required: false },
    from: { kind: 'integer', min: 1, required: false },
  },
  access: ['moderator', 'lead'],
  async run(core, { show = 'waiting', from = 1 }, invocation, { language }) {
    const by = memberOf(invocation, 'queue');
    const voice = createVoice(core.translator(language), core.gazetteer);
    const { t } = voice;
    const filter: QueueFilter = { states: isShown(show) ? SHOWN[show] : WAITING, claimedBy: show === 'mine' ? by.id : null };
    const rows = await readQueue(core.store.db, filter, { most: AT_ONCE + 1, skip: from - 1 });
    const counts = await countByState(core.store.db);
    const counted = t('queue-counts', {
      received: counts.received ?? 0,
      claimed: counts.claimed ?? 0,
      asked: counts.needs_info ?? 0,
    });
    const shown = rows.slice(0, AT_ONCE);
    const list: Block[] =
      shown.length === 0
        ? [{ kind: 'text', content: [t('queue-empty')] }]
        : [{ kind: 'list', ordered: true, start: from, items: shown.map((row) => lineOf(row, core, voice, invocation.now)) }];
    const actions = [
      ...shown.map(({ tip }) => ({ label: tip.ref, command: 'review', args: { tip: tip.ref } })),
      ...(rows.length > AT_ONCE
        ? [{ label: t('queue-next'), command: 'queue', args: { show, from: String(from + AT_ONCE) } }]
        : []),
    ];
    return {
      language,
      visibility: 'public',
      blocks: [
        { kind: 'text', content: [counted] },
        ...list,
        ...(actions.length > 0 ? [{ kind: 'actions' as const, actions }] : []),
      ],
    };
  },
});
