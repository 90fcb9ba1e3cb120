import { damascusDay } from '../damascus-day.ts';
import { eventOf } from '../moderation/publishing/incident-events.ts';
import type { Block } from '../reply/reply.ts';
import { findIncident, type IncidentFile } from '../search/incident.ts';
import { fieldsSaid } from '../summary/changed-fields.ts';
import { incidentOf } from '../summary/incidents.ts';
import { incidentCard } from '../summary/kinds/lookup.ts';
import { createVoice, type Voice } from '../summary/voice.ts';
import { UserError } from '../user-error.ts';
import { defineCommand, ROLES } from './command.ts';

/** `BDY-7K3Q9F`, `bdy7k3q9f`; no tip is called so. */
export const IS_INCIDENT = /^[a-z]{3}-?[0-9a-z]{6}$/iu;

/** As refs are typed: any case, with or without the dash. */
export const asRef = (said: string): string => {
  const letters = said.toUpperCase().replace(/[^A-Z0-9]/gu, '');
  return `${letters.slice(0, 3)}-${letters.slice(3)}`;
};

/** Words that are kept in one language and read in both; any other person's name, and their reason, stands as it is. */
const WRITERS = ['team', 'import', 'dalil'] as const;
const OF_IMPORT = 'import of ';
const OF_FACTS = 'shipped with dalil';

function whySaid(why: string, { t }: Voice): string {
  const event = eventOf(why);
  if (event) return t(`incident-why.${event}`);
  if (why === OF_FACTS) return t('incident-why.facts');
  return why.startsWith(OF_IMPORT) ? t('incident-why.import', { file: t.quote(why.slice(OF_IMPORT.length)) }) : t.quote(why);
}

const whoSaid = (who: string, { t }: Voice): string => {
  const known = WRITERS.find((one) => one === who);
  return known ? t(`incident-writer.${known}`) : t.quote(who);
};

/** What changed, for people: the fields that did, each once, by the names that people know. */
function history({ edits }: IncidentFile, voice: Voice): Block[] {
  const { t, days } = voice;
  const items = edits.map(({ at, who, why, changes }) => {
    const fields = fieldsSaid(Object.keys(changes), voice);
    const changed = fields === '' ? [] : [[t('history-changed', { fields })]];
    const day = days.day(damascusDay(new Date(at)));
    return { content: [t('history-entry', { day, who: whoSaid(who, voice), why: whySaid(why, voice) })], lines: changed };
  });
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text: t('history') },
        { kind: 'list', ordered: false, items },
      ];
}

/** One incident with every account of it and its history. */
export const incident = defineCommand({
  name: 'incident',
  options: { ref: { kind: 'text', required: true } },
  access: ROLES,
  async run(core, args, _invocation, { language }) {
    const ref = asRef(args.ref);
    const file = await findIncident(core.store, ref, { asOf: null });
    if (!file) throw new UserError('no-such-incident', { ref: args.ref.slice(0, 32) });
    const voice = createVoice(core.translator(language), core.gazetteer);
    const withdrawn: Block[] =
      file.status === 'published'
        ? []
        : [{ kind: 'note', tone: 'warning', content: [voice.t(`incident-status.${file.status}`)] }];
    const card = incidentCard(incidentOf(file.incident, { accounts: { [ref]: file.accounts } }, core.gazetteer), voice);
    return { language, blocks: [...withdrawn, ...card, ...history(file, voice)], visibility: 'public' };
  },
});
