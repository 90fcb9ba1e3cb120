import type { OrderingWords } from '../lexicon.ts';

export const ordering: OrderingWords = {
  superlatives: [
    [
      { most: true, measure: null, comparative: false, all: true },
      ['rank|ranking|ranked by?', 'rank|ranking|ranked by number|count|frequency of attacks|incidents|events'],
    ],
    [
      { most: true, measure: null, comparative: false },
      [
        'most|highest|peak|top|maximum|busiest|mst',
        'the? most number|numbers? of?',
        'highest|greatest|largest|biggest|maximum number|numbers|count|amount|total|share|concentration|rate|frequency of?',
        'most frequent|frequently|often|common|commonly|intense|used|dense|numerous',
        'the? bulk|majority of',
        'record',
        'peaked|peak',
        'by number|count of attacks|incidents|events',
        'concentrated|concentrate',
      ],
    ],
    [{ most: true, measure: null, comparative: false, of: 'perpetrator' }, ['most -? active|prolific|aggressive']],
    [
      { most: true, measure: null, comparative: false, of: 'target' },
      [
        'most heavily|frequently|often? affected|attacked|targeted|targetted|hit|impacted|struck',
        'most -? affected|attacked|targeted|hit|impacted',
        'hardest|worst -? hit|affected|off?',
        'targeted most|hardest|worst often|frequently|heavily?',
        'hit hardest|worst',
      ],
    ],
    [
      { most: true, measure: 'worst', comparative: false },
      ['worst|greatest|largest|biggest|worse', 'most severe|serious|devastating|significant|violent|dangerous'],
    ],
    [
      { most: false, measure: null, comparative: false },
      [
        'least|fewest|lowest|quietest|calmest|smallest|minimum|safest',
        'lowest|smallest|minimum number|numbers|count|amount|total of?',
        'least active|violent|dangerous|frequent|frequently|often|common',
      ],
    ],
    [{ most: false, measure: null, comparative: false, of: 'target' }, ['least affected|attacked|targeted|hit']],
    [
      { most: true, measure: 'killed', comparative: false },
      [
        'deadliest|bloodiest|deadlyest|deadliset',
        'most deadly|lethal|fatal|bloody|deadliest',
        'highest|largest|biggest|most death toll|tolls',
        'highest|most|largest|greatest number? of? deaths|fatalities|killed|dead|killings|kills',
        'most people|lives killed|dead|lost',
        'most killed|dead|deaths|lethal|fatalities',
        'by deaths|fatalities|killed|lethality|kills',
        'by number of deaths|fatalities|killed|dead',
        'by number killed|dead',
        'by number of people killed',
        'by death toll',
      ],
    ],
    [
      { most: true, measure: 'killed_or_wounded', comparative: false },
      [
        'highest|most|largest|greatest|biggest number? of? casualties|losses|victims',
        'highest|largest|biggest|most casualty toll|count|figures|losses',
        'costliest|heaviest',
        'heaviest losses|casualties|toll',
        'by casualties|losses|toll|victims',
        'by number of casualties|losses|victims',
      ],
    ],
    [
      { most: true, measure: null, comparative: true },
      [
        'more',
        'more often|frequently|active|violent|dangerous|common|affected|attacked|targeted|deadly',
        'higher|worse|greater|larger|bigger|deadlier|busier|bloodier',
        'the? more numerous',
      ],
    ],
    [
      { most: false, measure: null, comparative: true },
      ['fewer|less|lower|quieter|calmer|safer', 'less often|frequently|active|violent|common|affected'],
    ],
  ],
  orders: [
    [{ order: 'date_desc', sure: false }, ['last|final', 'very? last', 'most|more recently', 'lately|recently|recent']],
    [
      { order: 'date_desc', sure: true },
      [
        'latest|newest|lastest|latst',
        'most recent',
        'very latest',
        'the last time',
        'last time',
        'when last',
        'last known|recorded|reported|documented',
        'latest known|recorded|reported',
      ],
    ],
    [{ order: 'date_asc', sure: false }, ['first|1st', 'very first', 'initial']],
    [
      { order: 'date_asc', sure: true },
      [
        'earliest|oldest',
        'since when',
        'first recorded|reported|known|documented|ever|registered',
        'first time',
        'the first time',
        'first ever? recorded|reported|known|documented',
      ],
    ],
  ],
  sorts: [
    [
      'date_desc',
      [
        'newest|latest first',
        'newest|latest|recent attacks|incidents|events|ones first',
        'most recent first',
        'sorted|ordered|sort|order it|them? by date desc|descending|newest?',
        'in reverse chronological order',
        'recent first',
        'by date descending',
      ],
    ],
    [
      'date_asc',
      [
        'oldest|earliest first',
        'oldest|earliest attacks|incidents|events|ones first',
        'in? chronological order?',
        'chronologically',
        'by date ascending',
        'sorted|ordered|sort by date ascending|asc',
      ],
    ],
    [
      'killed_desc',
      [
        'in? descending? order of number? of? deaths|killed|fatalities|lethality',
        'from the? deadliest|bloodiest to the? least? deadly|lethal|bloody?',
        'sorted|ordered|sort|order|rank|ranked it|them|those? by number? of? deaths|killed|fatalities|deadliest|lethality|dead',
        'deadliest|bloodiest first',
      ],
    ],
    [
      'killed_or_wounded_desc',
      [
        'in? descending? order of number? of? casualties|losses|victims',
        'sorted|ordered|sort|order|rank|ranked it|them|those? by number? of? casualties|losses|victims',
      ],
    ],
    ['count_desc', ['sorted|ordered|sort|order|rank|ranked it|them|those? by number|count|frequency of? attacks|incidents?']],
  ],
  firsts: [],
  limits: [
    'top|the|first? top {number}',
    'the {number} most',
    'limit|limited to? {number}',
    'only {number} results|of them',
    '{number} results',
  ],
};
