import { EVENT_TYPES, type EventType, SUB_EVENT_TYPES, type SubEventType, type Tactic } from '../../../db/schema/vocabulary.ts';

/** What a tactic is in ACLED's terms, where a sheet names no event type. */
const SUB_EVENT_OF: Readonly<Record<Tactic, SubEventType>> = {
  ambush: 'Armed clash',
  ied: 'Remote explosive/landmine/IED',
  vbied: 'Remote explosive/landmine/IED',
  landmine: 'Remote explosive/landmine/IED',
  small_arms: 'Armed clash',
  sniper: 'Armed clash',
  shelling: 'Shelling/artillery/missile attack',
  airstrike: 'Air/drone strike',
  drone: 'Air/drone strike',
  assassination: 'Attack',
  execution: 'Attack',
  kidnapping: 'Abduction/forced disappearance',
  raid: 'Armed clash',
  arrest: 'Arrests',
  clash: 'Armed clash',
  suicide: 'Suicide bomb',
  siege: 'Armed clash',
  seizure: 'Non-state actor overtakes territory',
  infiltration: 'Armed clash',
  false_checkpoint: 'Attack',
  road_cut: 'Other',
  arson: 'Looting/property destruction',
  looting: 'Looting/property destruction',
  livestock_raid: 'Looting/property destruction',
  escape: 'Other',
  announcement: 'Other',
};

const PROPERTY: readonly Tactic[] = ['road_cut', 'arson', 'looting', 'livestock_raid'];

const typeOfSub = new Map<SubEventType, EventType>(
  eventTypes().flatMap((type) => EVENT_TYPES[type].map((sub): [SubEventType, EventType] => [sub, type])),
);

function eventTypes(): EventType[] {
  return Object.keys(EVENT_TYPES).filter((name): name is EventType => name in EVENT_TYPES);
}

export const isSubEventType = (value: string): value is SubEventType => SUB_EVENT_TYPES.some((known) => known === value);

export function eventTypeOf(sub: SubEventType): EventType {
  const type = typeOfSub.get(sub);
  if (!type) throw new Error(`${sub} is of no event type`);
  return type;
}

/** Who was met: `harmed`: somebody was killed, wounded or taken, or an armed force was the target. */
export interface Met {
  hitCivilians: boolean;
  harmed: boolean;
}

/**
 * Where nothing names the sub-event type: by the first tactic, else by who was hit. What was burned, looted or blocked is a strategic
 * development by itself; where somebody was harmed it is the violence that counts (ACLED codebook 2023).
 */
export function likelySubEvent(tactics: readonly Tactic[], { hitCivilians, harmed }: Met): SubEventType {
  const violence = hitCivilians ? 'Attack' : 'Armed clash';
  const told = tactics.map((tactic) => SUB_EVENT_OF[tactic]);
  const violent = told.find((sub) => eventTypeOf(sub) !== 'Strategic developments');
  const [first] = told;
  if (violent !== undefined) return violent;
  if (first === undefined) return violence;
  return harmed && tactics.every((tactic) => PROPERTY.includes(tactic)) ? violence : first;
}
