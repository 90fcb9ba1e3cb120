import type { Block, Inline } from '../reply/reply.ts';
import type { AnswerIncident, AnswerJoint } from './answer.ts';
import { sayAllParties } from './figures.ts';
import { incidentItem } from './incident-lines.ts';
import { sourceName } from './source-name.ts';
import type { View } from './view.ts';

/** What only may belong, with the reason why; apart from every figure. */
export function possibleBlocks({ answer, voice, detail }: View, listed: number): Block[] {
  const { t } = voice;
  const [first] = answer.possible;
  if (!first) return [];
  const n = answer.total.possible;
  if (listed === 0 && answer.total.incidents > 0) return [{ kind: 'note', tone: 'plain', content: [t('possible-apart', { n })] }];
  // one reason for all is said once, else each says its own
  const together = n === answer.possible.length && answer.possible.every(({ because }) => because === first.because);
  const items = answer.possible.slice(0, detail.possible).map((incident) => {
    const item = incidentItem(incident, n === 1 && detail.incidents === 'full' ? 'short' : 'line', voice);
    return together ? item : { ...item, content: [...item.content, ` (${t(`because.${incident.because}`)})`] };
  });
  const blocks: Block[] = [
    { kind: 'text', content: [together ? t(`possible.${first.because}`, { n }) : t('possible.mixed', { n })] },
    { kind: 'list', ordered: false, items },
  ];
  const hidden = n - items.length;
  return hidden > 0 ? [...blocks, { kind: 'note', tone: 'plain', content: [t('possible-more', { n: hidden })] }] : blocks;
}

const sameRefs = (incidents: readonly AnswerIncident[], { covers }: AnswerJoint) =>
  incidents.length === covers.length && incidents.every(({ ref }) => covers.includes(ref));

/** A figure that several incidents share, said once, and whether the total has it. */
export function jointBlocks({ answer, voice }: View, listed: number): Block[] {
  const { t, ref } = voice;
  return answer.joint.flatMap((joint): Block[] => {
    if (joint.among_counted + joint.among_possible === 0) return [];
    // where no incident is listed, only what is in the totals needs saying
    if (listed === 0 && answer.total.incidents > 0 && !joint.counted) return [];
    const values = {
      source: sourceName(joint.source, joint.source_ar, voice),
      toll: sayAllParties(joint.tolls, voice, joint.approximate),
      n: joint.covers.length,
    };
    const these = sameRefs(answer.possible, joint) || (answer.possible.length === 0 && sameRefs(answer.incidents, joint));
    const counted = t(joint.counted ? 'joint-counted' : 'joint-apart');
    const content: Inline[] = these
      ? [`${t('joint-these', values)} ${counted}`]
      : [
          `${t('joint', values)} (`,
          ...joint.covers.flatMap((covered, i) => [i > 0 ? ' · ' : '', ...ref(covered)]),
          `). ${counted}`,
        ];
    return [{ kind: 'text', content }];
  });
}
