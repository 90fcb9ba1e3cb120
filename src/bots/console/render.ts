import type { Block, BlockOf, Reply } from '../../core/reply/reply.ts';
import { renderText, type TextOptions } from '../../core/reply/reply-text.ts';

/** Terminals have no buttons: each is shown with the number that presses it, counted through the whole reply. */
function withNumbers(reply: Reply): Reply {
  let count = 0;
  const asText = ({ actions }: BlockOf<'actions'>): Block => ({
    kind: 'text',
    content: [actions.map(({ label }) => `[${++count}] ${label}`).join(' · ')],
  });
  return { ...reply, blocks: reply.blocks.map((block) => (block.kind === 'actions' ? asText(block) : block)) };
}

export const renderConsole = (reply: Reply, options: TextOptions): string => renderText(withNumbers(reply), options);
