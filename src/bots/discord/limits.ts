/** Characters are counted as UTF-16 units, which is never less than what Discord counts. */

/** A message's content; bots have no Nitro. https://discord.com/developers/docs/resources/message#create-message */
export const CONTENT = 2000;
/** Files of a message. https://discord.com/developers/docs/resources/message#create-message */
export const FILES = 10;
/** Bytes of all files of a message where nobody paid for more. https://discord.com/developers/docs/reference#uploading-files */
export const FILE_BYTES = 10 * 1024 * 1024;
/** What a file shows, for those who cannot see it. https://discord.com/developers/docs/resources/message#attachment-object */
export const FILE_DESCRIPTION = 1024;
/** Rows of buttons or menus below a message. https://discord.com/developers/docs/components/reference#action-row */
export const ROWS = 5;
/** https://discord.com/developers/docs/components/reference#action-row */
export const BUTTONS_IN_ROW = 5;
/** https://discord.com/developers/docs/components/reference#button */
export const BUTTON_LABEL = 80;
/** Also a menu option's value. https://discord.com/developers/docs/components/reference#anatomy-of-a-component */
export const CUSTOM_ID = 100;
/** https://discord.com/developers/docs/components/reference#string-select */
export const MENU_OPTIONS = 25;
/** https://discord.com/developers/docs/components/reference#string-select */
export const MENU_LABEL = 100;
/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal */
export const MODAL_TITLE = 45;
/** https://discord.com/developers/docs/components/reference#text-input */
export const INPUT_LABEL = 45;
/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal */
export const MODAL_ROWS = 5;
/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-structure */
export const COMMAND_NAME = /^[-_'\p{Ll}\p{Lm}\p{Lo}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** Of commands and of their options. */
export const DESCRIPTION = 100;
/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure */
export const CHOICES = 25;
/** A choice's name, and its value where it is text. */
export const CHOICE = 100;
/** A nonce. https://discord.com/developers/docs/resources/message#create-message */
export const NONCE = 25;

/** How long an interaction's token lives. https://discord.com/developers/docs/interactions/receiving-and-responding */
export const TOKEN_MS = 15 * 60_000;
/** Requests of a bot to all routes together: 50 a second. https://discord.com/developers/docs/topics/rate-limits#global-rate-limit */
export const GLOBAL_PACE_MS = 20;
/** Messages of one page of a channel's history. https://discord.com/developers/docs/resources/message#get-channel-messages */
export const HISTORY_PAGE = 100;

/** Discord's first instant: ids hold the milliseconds since. https://discord.com/developers/docs/reference#snowflakes */
const EPOCH = 1_420_070_400_000n;

/** When something with this id was made, ms since 1970. */
export const madeAt = (snowflake: string): number => Number((BigInt(snowflake) >> 22n) + EPOCH);

/** The least id of something made then. */
export const idMadeAt = (ms: number): string => String(BigInt(Math.max(0, Math.round(ms) - Number(EPOCH))) << 22n);

/** Ids grow with time: -1, 0 or 1, as numbers too long for a double. */
export const compareIds = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
