import type { GroupingWords } from '../lexicon.ts';

export const grouping: GroupingWords = {
  groupings: [
    ['day', ['daily', 'day by|to|on day', 'per diem', 'each day', 'day - by - day']],
    ['week', ['weekly', 'a week', 'week by|on|over week', 'week - by - week']],
    ['month', ['monthly', 'a month', 'month by|on|over|to month', 'month - by|on - month', 'montly', 'mom', '/ month']],
    ['quarter', ['quarterly', 'quarter by|on quarter']],
    ['year', ['yearly|annual|annually', 'year by|on|over year', 'year - by|on - year', 'yoy', 'a year']],
    [
      'governorate',
      ['governorate - wise', 'province - wise', 'across|between|among the? different? governorates|provinces', 'by|per admin1'],
    ],
    ['district', ['by|per admin2']],
    [
      'place',
      [
        'geographic|geographical|geographically|spatial|regional breakdown|distribution?',
        'by|per geography|hotspot',
        'hotspots|hotspot',
        'hot -? spots|spot',
      ],
    ],
    ['perpetrator', ['by who|whom']],
    ['target', ['against|on who|whom']],
    ['tactic', ['by|per means', 'tactics used', 'tactical breakdown']],
  ],
  units: [
    ['day', ['day|days|date|dates']],
    ['week', ['week|weeks']],
    ['month', ['month|months|mnth|monht']],
    ['quarter', ['quarter|quarters']],
    ['year', ['year|years']],
    [
      'governorate',
      [
        'governorate|governorates|province|provinces|muhafaza|governerate|govenorate|governate|govs',
        'governorate|province level',
      ],
    ],
    ['district', ['district|districts|subdistrict|subdistricts', 'sub -? district|districts']],
    [
      'place',
      [
        'place|places|location|locations|town|towns|village|city|cities|area|areas|region|regions|locality|localities|spot|spots|site|sites|zone|zones|community|communities',
        'towns|town and|or villages|village',
      ],
    ],
    [
      'perpetrator',
      [
        'perpetrator|perpetrators|attacker|attackers|aggressor|aggressors|culprit|culprits',
        'perpetrating|attacking|responsible group|groups|party|actor|side',
      ],
    ],
    [
      'target',
      [
        'target|targets|victim|victims',
        'target|targeted|victim group|groups|type|types|party|force|forces|actor|actors',
        'force|forces|side|unit|units|military',
        'type|types|kind|kinds of targets|target|victims|victim',
      ],
    ],
    [
      'tactic',
      [
        'tactic|tactics|weapon|weapons|method|methods|technique|techniques|modus operandi?',
        'attack|weapon|tactic type|types',
        'type|types|kind|kinds|sort|form|forms of the? attack|attacks|weapon|weapons|violence',
        'means of attack',
      ],
    ],
    [
      'event_type',
      [
        'type|types|kind|kinds|category|categories',
        'event|incident|acled type|types|category|categories',
        'type|types|kind|kinds of the? event|events|incident|incidents',
        'sub -? event type|types',
      ],
    ],
  ],
  groups: [
    'actor|actors|group|groups|faction|factions|party|organisation|organization|organisations|organizations|militia',
    'armed|militant group|groups|faction|factions|actor|actors',
  ],
  marks: [
    'by|per|each|every|/ the? {unit}',
    'for|in each|every {unit}',
    'broken|split|grouped|sorted|divided|disaggregated|categorized|categorised|organized|organised|arranged|ordered|listed|separated|aggregated|summed|totalled|tallied by|per|into the? {unit}',
    'broken down|split|grouped|sorted|divided|disaggregated|categorized|categorised|organized|arranged|ordered|listed|separated|aggregated by|per|into the? {unit}',
    'break|split|group|divide|breakdown|disaggregate|aggregate it|them|this|that|down|these? down? by|per|into the? {unit}',
    'according to the? {unit}',
    'distribution|breakdown|split of the? {unit}',
    'as a function of {unit}',
    'on a {unit} by? {unit:second}? basis',
    'by {unit} and? of? the? occurrence',
  ],
};
