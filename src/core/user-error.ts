/** Sentences for people: each is a Fluent message `error-CODE` in every language (locales/LANG/commands.ftl). */
export const USER_ERRORS = [
  'empty',
  'too-long',
  'control-characters',
  'other-script',
  'database-command',
  'unknown-command',
  'not-allowed',
  'missing-option',
  'too-many-words',
  'not-an-integer',
  'integer-too-small',
  'integer-too-large',
  'not-a-choice',
  'no-such-incident',
  'no-such-source',
  'which-source',
  'no-such-help',
  'nothing-to-continue',
  'nothing-more',
  'answer-expired',
  'picture-nothing',
  'too-many-rows',
  'no-such-code',
  'member-name-taken',
  'bad-member-name',
  'no-such-member',
  'leads-alone',
  'bind-alone',
  'no-such-tip',
  'value-not-understood',
  'contact-out-of-reach',
  'tip-incomplete',
  'undo-too-late',
  'no-such-contact',
  'no-such-name',
  'name-exists',
  'account-shape',
  'alias-shape',
  'nothing-to-undo',
  'not-own-words',
  'not-in-chat',
  'presence-unknown',
  'no-role-there',
  'decided-elsewhere',
  'no-such-field',
  'nothing-changes',
  'undo-the-tip',
  'account-exists',
  'failed',
] as const;
export type UserErrorCode = (typeof USER_ERRORS)[number];

/** What a person did cannot be done, and the sentence that tells them so is safe to show. Everything else that is thrown is a bug. */
export class UserError extends Error {
  readonly code: UserErrorCode;
  readonly params: Record<string, string | number>;

  constructor(code: UserErrorCode, params: Record<string, string | number> = {}) {
    super(code);
    this.name = 'UserError';
    this.code = code;
    this.params = params;
  }
}
