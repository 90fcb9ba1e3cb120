import type { APIActionRowComponent, APIButtonComponentWithCustomId, APIStringSelectComponent } from 'discord.js';
import type { Action } from '../../core/reply/reply.ts';
import { clean } from '../../core/reply/text-safety.ts';
import { customId, sameAction } from './custom-id.ts';
import { BUTTON_LABEL, BUTTONS_IN_ROW, MENU_LABEL, MENU_OPTIONS, ROWS } from './limits.ts';

export type Row = APIActionRowComponent<APIButtonComponentWithCustomId> | APIActionRowComponent<APIStringSelectComponent>;

/** https://discord.com/developers/docs/components/reference#component-object-component-types */
const ACTION_ROW = 1;
const BUTTON = 2;
const STRING_SELECT = 3;
/** Grey: none of the actions is the main one. */
const SECONDARY = 2;

/** Menus of one message are told apart by it; what was chosen carries the command. */
export const isMenuId = (id: string): boolean => /^menu;\d$/u.test(id);

/** A label is shown, not sent back: what does not fit is cut between letters and says so. */
export function label(text: string, longest: number): string {
  const words = clean(text, 'keep').replaceAll('\n', ' ').trim() || '…';
  if (words.length <= longest) return words;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('und').segment(clean(text))) {
    if (kept.length + segment.length > longest - 1) break;
    kept += segment;
  }
  return `${kept.replaceAll('\n', ' ').trimEnd()}…`;
}

const inGroups = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

const buttonRow = (actions: readonly Action[]): Row => ({
  type: ACTION_ROW,
  components: actions.map((action) => ({
    type: BUTTON,
    style: SECONDARY,
    label: label(action.label, BUTTON_LABEL),
    custom_id: customId(action),
  })),
});

const menuRow = (actions: readonly Action[], at: number): Row => ({
  type: ACTION_ROW,
  components: [
    {
      type: STRING_SELECT,
      custom_id: `menu;${at}`,
      options: actions.map((action) => ({ label: label(action.label, MENU_LABEL), value: customId(action) })),
    },
  ],
});

/**
 * Up to 25 actions as buttons, up to 125 in menus. The same action twice is offered once: Discord refuses equal ids.
 * Throws CustomIdTooLong, and RangeError beyond 125.
 */
export function rowsOf(actions: readonly Action[]): Row[] {
  const distinct = actions.filter((action, i) => actions.findIndex((other) => sameAction(action, other)) === i);
  if (distinct.length > ROWS * MENU_OPTIONS) throw new RangeError(`${distinct.length} actions for one message`);
  return distinct.length <= ROWS * BUTTONS_IN_ROW
    ? inGroups(distinct, BUTTONS_IN_ROW).map(buttonRow)
    : inGroups(distinct, MENU_OPTIONS).map(menuRow);
}
