import { enrol as enrolByCode } from '../moderation/team.ts';
import { UserError } from '../user-error.ts';
import { defineCommand, ROLES } from './command.ts';

const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}$/u;

const SENTENCE = { enrolled: 'team-enrolled', linked: 'team-linked' } as const;

/** Joins the team, or links a further account, by a code that a lead or whoever runs dalil has given. */
export const enrol = defineCommand({
  name: 'enrol',
  options: { code: { kind: 'text', required: true }, name: { kind: 'text', required: false, rest: true } },
  access: ROLES,
  offered: 'private',
  replies: 'private',
  async run({ store, vault, newId, translator }, { code, name }, { speaker, now }, { language }) {
    const t = translator(language);
    const called = (name ?? '').normalize('NFKC').trim();
    if (called !== '' && !NAME.test(called)) throw new UserError('bad-member-name', {});
    const enrolled = await enrolByCode(
      store.db,
      speaker,
      { code, name: called || `member-${newId().slice(0, 4)}` },
      { vault, newId, now },
    );
    if (!('member' in enrolled)) throw new UserError(enrolled.kind === 'name-taken' ? 'member-name-taken' : 'no-such-code', {});
    const { member, kind } = enrolled;
    const sentence = t(SENTENCE[kind], { name: member.name, role: t(`team-role.${member.role}`) });
    return { language, blocks: [{ kind: 'text', content: [sentence] }], visibility: 'private' };
  },
});
