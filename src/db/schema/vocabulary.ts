/**
 * The closed lists of the field: every enumerated column and every slot of a question draws on these.
 * Names are the field's own: ACLED's event types (codebook 2023), UCDP's precision codes (GED codebook 23.1),
 * Airwars' evidence grades.
 */

/** ACLED's six event types, each with its sub-event types (25 in all). */
export const EVENT_TYPES = {
  Battles: ['Armed clash', 'Government regains territory', 'Non-state actor overtakes territory'],
  'Explosions/Remote violence': [
    'Chemical weapon',
    'Air/drone strike',
    'Suicide bomb',
    'Shelling/artillery/missile attack',
    'Remote explosive/landmine/IED',
    'Grenade',
  ],
  'Violence against civilians': ['Sexual violence', 'Attack', 'Abduction/forced disappearance'],
  Protests: ['Peaceful protest', 'Protest with intervention', 'Excessive force against protesters'],
  Riots: ['Violent demonstration', 'Mob violence'],
  'Strategic developments': [
    'Agreement',
    'Arrests',
    'Change to group/activity',
    'Disrupted weapons use',
    'Headquarters or base established',
    'Looting/property destruction',
    'Non-violent transfer of territory',
    'Other',
  ],
} as const;
export type EventType = keyof typeof EVENT_TYPES;
export type SubEventType = (typeof EVENT_TYPES)[EventType][number];
export const SUB_EVENT_TYPES = Object.values(EVENT_TYPES).flat() as SubEventType[];

/** How an attack was made. The first sixteen can be asked for by name; the rest describe. */
export const TACTICS = [
  'ambush',
  'ied',
  'vbied',
  'landmine',
  'small_arms',
  'sniper',
  'shelling',
  'airstrike',
  'drone',
  'assassination',
  'execution',
  'kidnapping',
  'raid',
  'arrest',
  'clash',
  'suicide',
  'siege',
  'seizure',
  'infiltration',
  'false_checkpoint',
  'road_cut',
  'arson',
  'looting',
  'livestock_raid',
  'escape',
  'announcement',
] as const;
export type Tactic = (typeof TACTICS)[number];

/** What was hit, apart from whom. */
export const TARGET_OBJECTS = [
  'checkpoint',
  'bus',
  'convoy',
  'patrol',
  'vehicle',
  'base',
  'outpost',
  'oil_tanker',
  'oil_field',
  'gas_field',
  'pipeline',
  'power_line',
  'airport',
  'prison',
  'camp',
  'road',
  'bridge',
  'house',
  'market',
  'mosque',
  'school',
  'hospital',
  'livestock',
  'village',
] as const;
export type TargetObject = (typeof TARGET_OBJECTS)[number];

/** What the attackers came with. */
export const MEANS = ['motorcycle', 'pickup', 'heavy_weapons', 'rocket', 'knife', 'thermal_optics'] as const;
export type Means = (typeof MEANS)[number];

/** Whose dead, wounded, captured or missing. A toll is kept per party and never across parties. */
export const PARTIES = [
  'isis',
  'government',
  'sdf',
  'opposition',
  'russia',
  'iran_backed',
  'coalition',
  'turkey',
  'iraq',
  'civilians',
  'other',
  'unknown',
] as const;
export type Party = (typeof PARTIES)[number];

/** Measures of a toll. Incidents keep the first four; an account may also say the others in its own words' sense. */
export const MEASURES = ['killed', 'wounded', 'captured', 'missing', 'killed_or_missing', 'escaped'] as const;
export type Measure = (typeof MEASURES)[number];

export const EVIDENCE = ['confirmed', 'fair', 'weak', 'contested', 'discounted'] as const;
export type Evidence = (typeof EVIDENCE)[number];

export const ATTRIBUTION = ['confirmed', 'suspected', 'disputed'] as const;
export type Attribution = (typeof ATTRIBUTION)[number];

export const INCIDENT_STATUS = ['draft', 'published', 'archived', 'retracted'] as const;
export type IncidentStatus = (typeof INCIDENT_STATUS)[number];

/** What a source does in its account: tells of it, claims it as its own deed, denies it, or admits it against its own interest. */
export const STANCES = ['report', 'claim', 'denial', 'acknowledgement'] as const;
export type Stance = (typeof STANCES)[number];

export const SOURCE_KINDS = [
  'monitor',
  'media',
  'state media',
  'social media',
  'belligerent outlet',
  'think tank',
  'analysis site',
  'expert',
  'dataset',
  'field contact',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Admiralty code: A completely reliable … E unreliable, F cannot be judged. */
export const RELIABILITY = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof RELIABILITY)[number];

export const STATISTIC_METRICS = ['attacks', 'killed', 'wounded', 'captured', 'missing', 'fighters', 'area_km2'] as const;
export type StatisticMetric = (typeof STATISTIC_METRICS)[number];

export const PLACE_KINDS = [
  'country',
  'governorate',
  'district',
  'subdistrict',
  'city',
  'town',
  'village',
  'camp',
  'prison',
  'base',
  'airbase',
  'pumping_station',
  'oil_field',
  'gas_field',
  'dam',
  'crossing',
  'well',
  'site',
  'mountain',
  'valley',
  'lake',
  'river',
  'road',
  'region',
  'zone',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export const LANGUAGES = ['en', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];
