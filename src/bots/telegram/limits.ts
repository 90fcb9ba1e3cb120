/** https://core.telegram.org/bots/api, read for Bot API 9: limits that its types do not say. */
export const LIMITS = {
  /** Characters of a message, https://core.telegram.org/bots/api#sendmessage (counted here before entities are parsed: never less strict). */
  text: 4096,
  caption: 1024,
  /** Bytes, https://core.telegram.org/bots/api#inlinekeyboardbutton */
  callbackData: 64,
  /** What a phone shows without cutting labels. */
  buttonsInRow: 3,
  rowLetters: 34,
  /** Telegram takes 100 to a message. */
  buttons: 90,
  /** https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
  chatMs: 1_000,
  groupMs: 3_000,
  allMs: 34,
  /** https://core.telegram.org/bots/api#botcommand */
  commandName: /^[a-z0-9_]{1,32}$/,
  commandDescription: 256,
} as const;
