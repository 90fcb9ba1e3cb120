import type { Party, SubEventType, Tactic } from '../../../db/schema/vocabulary.ts';
import type { ColumnNames } from '../columns.ts';
import type { NamedActor } from '../reading.ts';

export const ACLED_COLUMNS = {
  id: ['event_id_cnty', 'data_id'],
  deleted: ['deleted_timestamp'],
  day: ['event_date'],
  timePrec: ['time_precision'],
  eventType: ['event_type'],
  subEventType: ['sub_event_type'],
  actor1: ['actor1'],
  allies1: ['assoc_actor_1'],
  inter1: ['inter1'],
  actor2: ['actor2'],
  allies2: ['assoc_actor_2'],
  inter2: ['inter2'],
  country: ['country', 'iso'],
  admin1: ['admin1'],
  admin2: ['admin2'],
  admin3: ['admin3'],
  location: ['location'],
  lat: ['latitude'],
  lon: ['longitude'],
  geoPrec: ['geo_precision'],
  source: ['source'],
  sourceScale: ['source_scale'],
  notes: ['notes'],
  fatalities: ['fatalities'],
} as const satisfies ColumnNames;

/** What a sub-event says of the manner; those that say nothing are left out. */
export const ACLED_TACTICS: Partial<Record<SubEventType, Tactic[]>> = {
  'Armed clash': ['clash'],
  'Air/drone strike': [],
  'Suicide bomb': ['suicide'],
  'Shelling/artillery/missile attack': ['shelling'],
  'Abduction/forced disappearance': ['kidnapping'],
  Arrests: ['arrest'],
  'Government regains territory': ['clash'],
  'Non-state actor overtakes territory': ['clash', 'seizure'],
  'Looting/property destruction': ['looting'],
};

/** ACLED's interaction codes, as numbers and as the words that its interface gives since 2024. */
const INTER: Readonly<Record<string, Omit<NamedActor, 'name'> & { rebels?: true }>> = {
  '1': { party: 'other', kind: 'force' },
  '2': { party: 'other', kind: 'group', rebels: true },
  '3': { party: 'other', kind: 'group' },
  '4': { party: 'other', kind: 'group' },
  '5': { party: 'civilians', kind: 'victims' },
  '6': { party: 'civilians', kind: 'victims' },
  '7': { party: 'civilians', kind: 'victims' },
  '8': { party: 'other', kind: 'force' },
};
const INTER_WORDS: Readonly<Record<string, string>> = {
  'state forces': '1',
  'rebel group': '2',
  'rebel groups': '2',
  'rebel forces': '2',
  'political militia': '3',
  'political militias': '3',
  'identity militia': '4',
  'identity militias': '4',
  rioters: '5',
  protesters: '6',
  civilians: '7',
  'external/other forces': '8',
  'other forces': '8',
};

/** What ACLED's code says of an actor that nobody here knows: Syria's rebels are its opposition, Iraq's are not. */
export function kindOfInter(code: string | null, country: 'SY' | 'IQ'): Omit<NamedActor, 'name'> {
  const known = code === null ? undefined : INTER[INTER_WORDS[code.toLowerCase()] ?? code];
  if (!known) return { party: 'other', kind: 'group' };
  const party: Party = known.rebels && country === 'SY' ? 'opposition' : known.party;
  return { party, kind: known.kind };
}

/**
 * ACLED's names, by what they begin with, as actor ids; the first that fits. Years of a government stand in brackets behind: that of
 * Syria since December 2024 is another than the one before, and keeps its whole name (null).
 */
export const ACLED_ACTORS: readonly [begins: RegExp, id: string | null][] = [
  [/^(?:Military Forces|Police Forces|Government) of Syria \(202[4-9]-/iu, null],
  [/^Islamic State/iu, 'isis'],
  [/^Military Forces of Syria\b.*\b4th\b/iu, 'saa-4th-division'],
  [/^Military Forces of Syria\b.*\bRepublican Guard/iu, 'republican-guard'],
  [/^Military Forces of Syria\b.*\bAir Force Intelligence/iu, 'air-force-intelligence'],
  [/^Military Forces of Syria\b.*\bMilitary Intelligence/iu, 'military-intelligence'],
  [/^Military Forces of Syria\b.*\bAir Force/iu, 'syrian-air-force'],
  [/^(?:Military Forces|Government) of Syria\b/iu, 'saa'],
  [/^Police Forces of Syria\b/iu, 'syrian-police'],
  [/^NDF\b|^National Defen[cs]e Forces/iu, 'ndf'],
  [/^Pro-Government Militia/iu, 'pro-government-militias'],
  [/^Pro-Iran Militia|^Iranian Militia/iu, 'iran-backed'],
  [/^Military Forces of Iran\b/iu, 'irgc'],
  [/^Hezbollah/iu, 'hezbollah'],
  [/^Military Forces of Russia\b/iu, 'russia'],
  [/^Wagner Group/iu, 'wagner'],
  [/^QSD\b|^SDF\b|^Syrian Democratic Forces/iu, 'sdf'],
  [/^YPG\b/iu, 'ypg'],
  [/^Asayish/iu, 'asayish'],
  [/^HTS\b|^Hayat Tahrir/iu, 'hts'],
  [
    /^JTS\b.*National Army|^TFSA\b|^SNA\b|^Syrian National Army|^Operation (?:Peace Spring|Olive Branch|Euphrates Shield)/iu,
    'sna',
  ],
  [/^Opposition Rebels|^FSA\b|^Free Syrian Army/iu, 'opposition'],
  [/^Military Forces of Turk(?:ey|iye)\b/iu, 'turkey'],
  [/^Military Forces of Israel\b/iu, 'israel'],
  [/^Military Forces of Jordan\b/iu, 'jordan'],
  [/^Global Coalition|^Military Forces of the United States|^Operation Inherent Resolve/iu, 'coalition'],
  [/^(?:Military|Police) Forces of Iraq\b.*\bPeshmerga|^Peshmerga/iu, 'peshmerga'],
  [/^(?:Military|Police) Forces of Iraq\b.*\bPopular Mobili[sz]ation|^(?:PMF|PMU|Hashd)\b|^Popular Mobili[sz]ation/iu, 'pmf'],
  [/^(?:Military|Police) Forces of Iraq\b/iu, 'iraqi-security-forces'],
  [/^Unidentified (?:Armed Group|Military Forces|Gang)/iu, 'unidentified'],
  [/^(?:Civilians|Protesters|Rioters|Refugees|Journalists|Aid Workers|Women|Teachers|Students)\b/iu, 'civilians'],
  [/^Farmers\b/iu, 'farmers'],
];
