import { type Aim, type Changed, type FieldName, fieldWord, findField, namesOf } from '../../moderation/field-words.ts';
import { withReason } from '../../moderation/reason-told.ts';
import { withoutLeads } from '../../moderation/without-leads.ts';
import type { Block } from '../../reply/reply.ts';
import type { Voice } from '../../summary/voice.ts';
import { UserError } from '../../user-error.ts';
import { text } from './on-tips.ts';

/** The field that somebody named, in either language. Throws UserError that lists those that there are. */
export function aimOf<F extends Changed>(said: string, fields: readonly F[], { t, language }: Voice): Aim<F> {
  const found = findField(said, fields);
  if (found) return found;
  const known = t.list(namesOf(fields).map((name) => fieldWord(name, language)));
  throw new UserError('no-such-field', { said: said.slice(0, 40), known });
}

/** As the log and sentences name it: one measure is told with the whole toll. */
export const loggedAs = ({ name, measure }: Pick<Aim, 'name' | 'measure'>): FieldName => (measure === null ? name : 'casualties');
export const nameOf = (aim: Pick<Aim, 'name' | 'measure'>, { t }: Voice): string => t(`incident-field.${loggedAs(aim)}`);

/** What is said of a field: its value and, but for a summary, which may well say "because", why. */
export function saidOf({ field }: Pick<Aim, 'field'>, said: string): { value: string; reason: string | null } {
  const told = field === 'summary' ? { value: said, reason: null } : withReason(said);
  return { ...told, reason: told.reason === null ? null : withoutLeads(told.reason) };
}

export const reasonShown = (reason: string | null, { t }: Voice): Block[] =>
  reason === null ? [] : [text(t('decision-detail.reason', { value: t.quote(reason) }))];
