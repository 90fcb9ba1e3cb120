import type { CasualtyWords } from '../lexicon.ts';

export const casualties: CasualtyWords = {
  tolls: {
    killed: {
      noun: [
        'deaths|death|fatalities|fatality|dead|kia',
        'death toll|tolls|count|figures',
        'body count',
        'killed in action|combat|battle',
        'deaths|people|persons|lives lost',
        'lives',
        'number killed',
      ],
      deeds: ['killings|murders|massacres'],
      deed: ['killing|murder|massacre'],
      verb: ['kill|kills|murder|murders'],
      passive: ['die|dies|dying', 'lose|lost their lives'],
      past: [
        'killed|slain|murdered|died|perished|kiled|massacred',
        'lost their lives',
        'shot|stabbed dead',
        'left|leaving|leaves dead',
        'lives were? claimed',
      ],
      doing: ['killing'],
    },
    wounded: {
      noun: ['injuries|injury|wounds|wia', 'wounded|injured people|persons|soldiers'],
      verb: ['wound|injure'],
      past: ['wounded|injured|hurt|woundeds'],
      doing: ['wounding|injuring'],
    },
    killed_or_wounded: {
      noun: [
        'casualties|casualty|losses|toll|tolls|victims',
        'casualty|human|casualties toll|tolls|figures|count|losses|numbers',
        'killed and|or|/|& wounded|injured',
        'killed and / or wounded|injured',
        'wounded|injured and|or|/|& killed|dead',
        'dead and|or|/|& wounded|injured',
        'deaths|fatalities and|or|/|& injuries|wounded|injured',
        'killed|dead , wounded|injured',
        'loss of life',
      ],
    },
    captured: {
      noun: ['captives|prisoners|pows|detainees', 'prisoners of war'],
      verb: ['capture'],
      past: ['captured', 'taken|took prisoner|captive|prisoners', 'held captive'],
      doing: ['capturing'],
    },
    missing: {
      noun: ['missing', 'missing people|persons|soldiers', 'mia'],
      past: ['went|gone missing', 'disappeared', 'unaccounted for'],
    },
  },
  filters: [
    [
      { field: 'killed_or_wounded', op: '=', value: 0 },
      [
        'no|zero|without|w/o any? casualties|losses|victims',
        'with no|zero casualties|losses|victims',
        'that? caused no casualties|losses',
        'casualty -? free',
        'no one|body was? hurt|harmed',
      ],
    ],
    [
      { field: 'killed', op: '=', value: 0 },
      [
        'with? no|zero|without any? deaths|fatalities|killed|dead|death',
        'no|zero people|persons|one was|were? killed|died',
        'nobody|none was|were? killed|died',
        'killed|killing nobody|none|noone',
        'killed|killing no one',
        'non -? lethal|fatal|deadly',
        'nonlethal|nonfatal',
      ],
    ],
    [
      { field: 'wounded', op: '=', value: 0 },
      [
        'with? no|zero|without any? injuries|wounded|injured',
        'injured|wounded|injuring|wounding nobody|none|noone',
        'injured|wounded|injuring|wounding no one',
      ],
    ],
    [
      { field: 'killed_or_wounded', op: '=', value: 0 },
      ['hurt|hurting|harmed|harming nobody|none|noone', 'hurt|hurting|harmed|harming no one'],
    ],
    [
      { field: 'killed', op: '>=', value: 1 },
      [
        'with|causing|caused deaths|fatalities|dead|kills',
        'resulting|resulted|ending|ended in death|deaths|fatalities',
        'leading|led|leads to death|deaths|fatalities',
        'in|which that? people died',
        'that were? deadly|fatal|lethal',
      ],
    ],
    [
      { field: 'killed_or_wounded', op: '>=', value: 1 },
      [
        'with|causing|caused|inflicting|inflicted casualties|losses|victims',
        'resulting|resulted|ending|ended in casualties|losses|victims',
        'leading|led|leads to casualties|losses|victims',
        'casualty -? causing',
      ],
    ],
    [
      { field: 'wounded', op: '>=', value: 1 },
      ['with|causing|caused injuries|wounded|injured', 'resulting|resulted|ending|ended in injuries'],
    ],
    [{ field: 'captured', op: '>=', value: 1 }, ['with prisoners|captives']],
    [
      { field: 'killed', op: '>=', value: 10 },
      ['with? a? double - digit deaths|fatalities|killed|toll|tolls', 'with? a? double - digit death toll|tolls|count'],
    ],
  ],
  measures: [
    [{ field: 'killed', op: 'sum', value: null }, ['how deadly|bloody|lethal is|was|were|has|have']],
    [
      { field: 'killed', op: 'avg', value: null },
      [
        'average|mean|avg number? of? deaths|fatalities|killed|dead|kills',
        'average|mean|avg number? of? people|persons killed',
        'average|mean|avg number? of? deaths|fatalities|killed|dead|kills per|in|an? an|each|every? attack|incident|operation',
        'average|mean|avg death toll',
        'deaths|fatalities|killed|kills per|each|every|an attack|incident|operation on? average?',
        'deaths|fatalities|killed|kills per',
        'average|mean|avg number? of? people|soldiers|civilians killed|dead|dying',
        'how many people? are|were|is? killed|die on average',
        'how deadly on average',
      ],
    ],
    [
      { field: 'wounded', op: 'avg', value: null },
      [
        'average|mean|avg number? of? wounded|injured|injuries',
        'average|mean|avg number? of? wounded|injured|injuries per|in|an? an|each? attack|incident',
        'wounded|injured|injuries per attack|incident on? average?',
      ],
    ],
    [
      { field: 'killed_or_wounded', op: 'avg', value: null },
      [
        'average|mean|avg number? of? casualties|losses|victims',
        'average|mean|avg number? of? casualties|losses|victims per|in|an? an|each? attack|incident',
        'average|mean|avg casualty toll|count',
        'casualties|losses per attack|incident on? average?',
      ],
    ],
  ],
  quantities: [
    [
      '>=',
      [
        'at least|minimum {number}',
        '> {equals} {number}',
        '{equals} > {number}',
        'atleast|min|minimum|≥ {number}',
        'no fewer|less than {number}',
        'not less|fewer than {number}',
        'a minimum of {number}',
        '{number} or|and more|above|over|greater|up',
        '{number} +',
        '{number} +',
        '{number} plus',
        '{number} at least',
      ],
    ],
    [
      '>',
      [
        'more|greater|higher than {number}',
        'over|above|exceeding|exceeds|exceeded|> {number}',
        'upwards of {number}',
        'in excess of {number}',
        'north of {number}',
      ],
    ],
    ['<', ['less|fewer|lower than {number}', 'under|below|< {number}']],
    [
      '<=',
      [
        'at most {number}',
        '< {equals} {number}',
        '{equals} < {number}',
        'up to {number}',
        'no|not more|greater|higher than {number}',
        'max|maximum|≤ {number}',
        'a maximum of {number}',
        '{number} or less|fewer',
        '{number} at most',
      ],
    ],
    ['=', ['exactly|precisely|about|around|approximately|some {number}', '+{number}', 'a {number}']],
  ],
  tollQuantities: [
    ['>', ['{toll} exceed|exceeds|exceeded|exceeding|surpassed|surpasses|surpassing {number}']],
    ['>=', ['claimed|claiming|claims|took|taking|cost at least {number} lives', '{toll} reached|reaching {number}']],
    [
      '>',
      ['claimed|claiming|claims|took|taking|cost more than|over {number} lives', 'claimed|claiming|claims over {number} lives'],
    ],
    ['=', ['claimed|claiming|claims|took|taking|cost {number} lives|life']],
  ],
  ranges: ['between {number} and|to {number:most}', 'from? {number} to|- {number:most}', '{number} -? {number:most}'],
  quantitySuffixes: [
    ['>=', ['or more', 'at least', 'and above|more|up', 'or above', 'minimum']],
    ['<=', ['or less|fewer', 'at most', 'maximum']],
  ],
  deadly: ['deadly|lethal|fatal|bloody'],
  people: [
    'people|persons|person|ppl|individuals|individual|men|man|members|member|fighters|fighter|personnel|elements|element|militants|militant|gunmen|gunman',
    'forces|force|troops|troop|units|unit|cells|cell|insurgents|insurgent|terrorists|terrorist|militiamen|militiaman|militias|combatants|combatant',
    'attackers|attacker|operatives|operative|recruits|guys|bodies|jihadists|jihadis|extremists|servicemen|positions|position',
    'suspects|suspect|remnants|sleeper|affiliates|affiliated|linked|aligned|allied|organization|organisation|ranks|side|sides|parties',
    'sleeper cells|cell',
    'a number of people|members|fighters|elements',
  ],
};
