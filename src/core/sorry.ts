import type { Reply } from './reply/reply.ts';
import type { Translator } from './reply/translator.ts';
import type { UserError } from './user-error.ts';

/** An option's name as help says it. */
function worded(t: Translator, params: UserError['params']): UserError['params'] {
  const { command, option } = params;
  return command === undefined || option === undefined ? params : { ...params, option: t(`command-${command}.${option}-word`) };
}

/** The sentence of an error, for the person who met it and nobody else. */
export const sorry = (t: Translator, { code, params }: UserError): Reply => ({
  language: t.language,
  blocks: [{ kind: 'text', content: [t(`error-${code}`, worded(t, params))] }],
  visibility: 'quiet',
});
