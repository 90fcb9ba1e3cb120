import { TIP_STATES } from '../../db/schema/tip.ts';
import { isOver, LIFE } from './states.ts';

/** LIFE as a Mermaid state diagram; what does not change the state is said in the state's note. */
export function lifeDiagram(): string {
  const lines = TIP_STATES.flatMap((from) => {
    const exits = Object.entries(LIFE[from]);
    const moves = exits.filter(([, to]) => to !== 'same').map(([event, to]) => `  ${from} --> ${to}: ${event}`);
    const stays = exits.filter(([, to]) => to === 'same').map(([event]) => event);
    const note = stays.length > 0 ? [`  note right of ${from}: ${stays.join(', ')}`] : [];
    return [...moves, ...note, ...(isOver(from) ? [`  ${from} --> [*]`] : [])];
  });
  return ['```mermaid', 'stateDiagram-v2', '  [*] --> received', ...lines, '```'].join('\n');
}
