import { bind as bindPlace, unbind as unbindPlace } from '../moderation/team.ts';
import { UserError } from '../user-error.ts';
import { defineCommand, ROLES } from './command.ts';
import { standingOf } from './standing.ts';

/** Makes the chat the team's: cards come here, and decisions are taken here. For leads, in a chat that is not yet the team's. */
export const bind = defineCommand({
  name: 'bind',
  options: { off: { kind: 'choice', choices: ['off'], required: false } },
  access: ROLES,
  offered: 'groups',
  async run({ store, vault, newId, translator }, { off }, { speaker, member, now }, { language }) {
    if (member?.role !== 'lead') throw new UserError('leads-alone', {});
    const { bar, role } = await standingOf(speaker, member);
    if (bar !== null) throw new UserError(bar, { command: 'bind' });
    if (role !== 'lead') throw new UserError('leads-alone', {});
    if (speaker.alone) throw new UserError('bind-alone', {});
    const deps = { vault, newId, now };
    const changed = await store.db.transaction((tx) =>
      off === undefined ? bindPlace(tx, speaker, member, deps, language) : unbindPlace(tx, speaker, member, deps),
    );
    const sentence = translator(language)(
      off === undefined ? (changed ? 'team-bound' : 'team-bound-already') : changed ? 'team-unbound' : 'team-not-bound',
    );
    const teamChat = off === undefined ? 'bound' : 'unbound';
    return { language, blocks: [{ kind: 'text', content: [sentence] }], visibility: 'public', teamChat };
  },
});
