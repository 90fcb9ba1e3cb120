import type { TacticTest } from '../../db/queries/selection.ts';
import type { Tactic } from '../../db/schema/vocabulary.ts';

const EXPLOSIVES = ['ied', 'vbied', 'landmine', 'suicide'] as const;
const FROM_THE_AIR = ['airstrike', 'drone'] as const;
/** What an armed clash is not, when it is told more finely. */
const RATHER_THAN_A_CLASH = [
  'ambush',
  'raid',
  'sniper',
  'assassination',
  'execution',
  'false_checkpoint',
  ...EXPLOSIVES,
  ...FROM_THE_AIR,
] as const;

/**
 * ACLED sub-events that answer to a tactic where the record names no finer one: a UCDP or ACLED row says "Air/drone strike" and no
 * more, and belongs to a question about drones as to one about airstrikes.
 */
const STAND_IN: Partial<Record<Tactic, Omit<TacticTest, 'tactics'>>> = {
  ied: { subEventTypes: ['Remote explosive/landmine/IED'], unless: EXPLOSIVES },
  landmine: { subEventTypes: ['Remote explosive/landmine/IED'], unless: EXPLOSIVES },
  suicide: { subEventTypes: ['Suicide bomb'], unless: [] },
  airstrike: { subEventTypes: ['Air/drone strike'], unless: FROM_THE_AIR },
  drone: { subEventTypes: ['Air/drone strike'], unless: FROM_THE_AIR },
  shelling: { subEventTypes: ['Shelling/artillery/missile attack'], unless: [] },
  clash: { subEventTypes: ['Armed clash'], unless: RATHER_THAN_A_CLASH },
  kidnapping: { subEventTypes: ['Abduction/forced disappearance'], unless: [] },
  arrest: { subEventTypes: ['Arrests'], unless: [] },
};

export const tacticTest = (tactic: Tactic): TacticTest => ({
  tactics: [tactic],
  ...(STAND_IN[tactic] ?? { subEventTypes: [], unless: [] }),
});
