import { readIncidentGists } from '../../db/queries/moderation.ts';
import type { Core } from '../core.ts';
import type { Block } from '../reply/reply.ts';
import type { Voice } from '../summary/voice.ts';
import { tellingOfDraft } from './duplicates/from-draft.ts';
import { type Suggestion, suggestDuplicates } from './duplicates/suggest.ts';
import type { Telling } from './duplicates/telling.ts';
import { seen, type TipView } from './tip-view.ts';

/** Why it may be the same, in the words of the card. */
function reasons({ km, days, levels }: Suggestion, { t, joined }: Voice): string {
  const alike = (['name', 'attackers', 'targets', 'tactics', 'killed', 'words'] as const).filter((aspect) =>
    ['same', 'shared', 'alike', 'similar', 'close', 'most', 'many'].includes(levels[aspect]),
  );
  return joined([
    ...(km === null ? [] : [t('duplicate-km', { km: Math.round(km) })]),
    t('duplicate-days', { n: days }),
    ...alike.map((aspect) => t(`duplicate-alike.${aspect}`)),
  ]);
}

/** A tip as it is compared; null: it is destroyed, or names no day. */
export function tellingOfTip({ content, parts, row }: TipView, { gazetteer }: Pick<Core, 'gazetteer'>): Telling | null {
  const words = parts
    .filter(({ kind }) => kind === 'words' || kind === 'answer')
    .map(({ text }) => ({ language: row.language, text }));
  return content && tellingOfDraft(content.draft, words, gazetteer);
}

/**
 * Incidents that may be the same event, below a tip that is not decided: nearest meaning first, with a button that merges.
 */
export async function furtherOf(core: Core, view: TipView): Promise<(voice: Voice) => Block[]> {
  const { row } = view;
  const isOpen = row.state === 'received' || row.state === 'claimed' || row.state === 'needs_info';
  const telling = isOpen ? tellingOfTip(view, core) : null;
  const likely = telling ? await suggestDuplicates(telling, core) : [];
  if (likely.length === 0) return () => [];
  const gists = await readIncidentGists(
    core.store.db,
    likely.map(({ ref }) => ref),
  );
  return (voice) => {
    const { t, days, either } = voice;
    const items = likely.map((one) => {
      const gist = gists.get(one.ref);
      const said = gist ? `${days.known(gist.from, gist.to, gist.datePrec)}, ${either(gist.placeEn, gist.placeAr)}` : '';
      return { content: [...voice.ref(one.ref), ' · ', said], lines: [[reasons(one, voice)]] };
    });
    const merges = likely.map(({ ref }) => ({
      label: t('card-merge', { ref }),
      command: 'merge',
      args: { tip: seen(view), incident: ref },
    }));
    return [
      { kind: 'text', content: [t('card-duplicates')] },
      { kind: 'list', ordered: false, items },
      { kind: 'actions', actions: merges },
    ];
  };
}
