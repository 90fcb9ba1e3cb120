import type { FilterWords } from '../lexicon.ts';

export const filters: FilterWords = {
  evidence: [
    [
      'claimed',
      [
        'claimed|claims|claim',
        'was|were|is|are|been|being claimed',
        'with a? claim|claims',
        'claim|claims|claimed|claiming|took of? responsibility for?',
        'self - claimed',
        'officially claimed',
      ],
    ],
    [
      'unclaimed',
      [
        'unclaimed|uncliamed',
        'not|never|non been|officially|yet? claimed',
        'not -? claimed',
        "was|were|is|are|has|have not|n't been? claimed",
        "wasn't|weren't|isn't|aren't|hasn't|haven't been? claimed",
        'with no|without any|a? claim|claims of? responsibility?',
        'no claim|claims of? responsibility?',
        'no one|body|group|groups|faction|side|party|actor|organisation|organization has|have? ever|yet? claimed',
        'nobody claimed',
        'claimed by no|neither|none one|body|group|groups|faction|side|party|anyone|of? them?',
        'claimed by nobody|noone',
        'lacking a claim',
      ],
    ],
    ['confirmed', ['confirmed|verified|corroborated|substantiated', 'well - documented', 'was|were|been confirmed|verified']],
    [
      'unconfirmed',
      [
        'unconfirmed|unverified|uncorroborated|unsubstantiated',
        'not|never|yet been|yet? to? be? confirmed|verified',
        'not -? confirmed|verified',
        "wasn't|weren't|isn't|aren't|hasn't|haven't been? confirmed|verified",
      ],
    ],
    [
      'geolocated',
      [
        'geolocated|geo-located|geolocation|geotagged',
        'geo -? located|tagged',
        'with geolocation|coordinates',
        'with precise|exact|known coordinates|location',
      ],
    ],
  ],
  timeOfDay: {
    night: [
      'night|nighttime|nocturnal|nightly|overnight',
      'night -? time',
      'at|during|by|in the? night|nighttime',
      'after dark',
      'during the? night -? time|hours',
    ],
    day: [
      'daytime|daylight',
      'day -? time|light',
      'in broad daylight',
      'during|in the? daytime|daylight hours?',
      'broad daylight',
      'during the day',
    ],
  },
  display: {
    map: [
      'on|as|with a|the? map|maps',
      'map|maps',
      'map it|them|this|that|these|those',
      'heat -? map',
      'heatmap',
      'show on a? map',
    ],
    chart: [
      'as|in|with|on a? chart|graph|plot|diagram',
      'chart|graph|plot|charts|graphs',
      'plot|chart|graph it|them|this|that',
      'bar|line chart|graph',
    ],
  },
  negations: [
    'except|excepting|excluding|exclude|excl|exept|minus|besides',
    'except for|in|on|by|those|the?',
    'apart|aside from',
    'other than',
    'rather than',
    'but|do|does|did|are|is|was|were? not',
    'not',
    'but not|without',
    'without|w/o|no|non|neither|nor',
    'w / o',
    "don't|doesn't|didn't|isn't|aren't|wasn't|weren't|cannot|can't",
    'leaving|leave|filter|take out',
    'ignoring|ignore|omitting|omit|skip|skipping',
    'not including|counting|involving|incl|related',
    'with the exception of',
    'exclusive of',
    'instead of',
    'anything|anyone|everything|everyone|everywhere|all|any but',
    'never',
    'none',
  ],
  negationsBeside: [
    {
      word: 'but',
      before: ['all', 'every', 'any', 'anything', 'anyone', 'everything', 'everyone', 'everywhere', 'anywhere', 'each'],
    },
  ],
};
