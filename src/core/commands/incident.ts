import { damascusDay } from '../damascus-day.ts';
import type { Block } from '../reply/reply.ts';
import { findIncident, type IncidentFile } from '../search/incident.ts';
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

/** What changed, for people: the fields that did, each once. */
function history({ edits }: IncidentFile, { t, days }: Voice): Block[] {
  const items = edits.map(({ at, who, why, changes }) => {
    const fields = Object.keys(changes);
    const changed = fields.length === 0 ? [] : [[t('history-changed', { fields: fields.join(', ') })]];
    return { content: [t('history-entry', { day: days.day(damascusDay(new Date(at))), who, why })], lines: changed };
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
