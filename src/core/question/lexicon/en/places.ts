import type { PlaceWords } from '../lexicon.ts';

export const places: PlaceWords = {
  relations: [
    [
      { relation: 'in' },
      [
        'in|inside|across|throughout|at|within|into',
        'all over|across|around',
        'in and around?',
        'in the city|town|village|area|region|district|province|governorate of',
        'within|inside the? borders? of',
      ],
    ],
    [
      { relation: 'near' },
      [
        'near|nearby|around|surrounding|beside|outside|nr|arround|arnd|towards|toward',
        'near -? by|to',
        'close|next|adjacent|nearest|proximate to',
        'close by',
        'in|around the? vicinity|neighborhood|neighbourhood|surroundings|environs of',
        'vicinity|surroundings|environs|outskirts of',
        'on|in|at the? outskirts|edge|edges of',
        'in|at the? areas? around|surrounding|near',
        'in and around',
        'areas|area around|near|surrounding',
        'not far from',
        'just outside of?',
        'outside of',
        'a|the radius around',
      ],
    ],
    [
      { relation: 'along' },
      ['along|alongside', 'on|along the banks|bank of', 'along the length of', 'up and down', 'all along'],
    ],
    [{ relation: 'north_of', loose: true }, ['northeast|northwest of', 'north -? east|west of', 'ne|nw of']],
    [{ relation: 'south_of', loose: true }, ['southeast|southwest of', 'south -? east|west of', 'se|sw of']],
    [{ relation: 'north_of' }, ['north of', 'to the north of', 'n of', 'just north of', 'northward of|from']],
    [{ relation: 'east_of' }, ['east of', 'to the east of', 'e of', 'just east of', 'eastward of|from']],
    [{ relation: 'south_of' }, ['south of', 'to the south of', 's of', 'just south of', 'southward of|from']],
    [{ relation: 'west_of' }, ['west of', 'to the west of', 'w of', 'just west of', 'westward of|from']],
    [
      { relation: 'in', part: 'north' },
      [
        'in|across|throughout the north|northern of',
        'the? north|northern part|parts|half|side|areas|reaches|outskirts|edge|sector|axis of',
        'in|across the? north|northern part|parts|half|side|sector of',
      ],
    ],
    [
      { relation: 'in', part: 'east' },
      [
        'in|across|throughout the east|eastern of',
        'the? east|eastern part|parts|half|side|areas|reaches|outskirts|edge|sector|axis of',
        'in|across the? east|eastern part|parts|half|side|sector of',
      ],
    ],
    [
      { relation: 'in', part: 'south' },
      [
        'in|across|throughout the south|southern of',
        'the? south|southern part|parts|half|side|areas|reaches|outskirts|edge|sector|axis of',
        'in|across the? south|southern part|parts|half|side|sector of',
      ],
    ],
    [
      { relation: 'in', part: 'west' },
      [
        'in|across|throughout the west|western of',
        'the? west|western part|parts|half|side|areas|reaches|outskirts|edge|sector|axis of',
        'in|across the? west|western part|parts|half|side|sector of',
      ],
    ],
  ],
  sectors: {
    north: ['northern|north|nothern'],
    east: ['eastern|east|estern'],
    south: ['southern|south'],
    west: ['western|west'],
  },
  countryside: [
    'countryside|hinterland|outskirts|environs|rif|reef',
    'rural',
    'country -? side',
    'in? the? countryside|rural|hinterland areas? of',
    'rural areas? of?',
    'countrysides',
  ],
  countries: {
    SY: [
      'syria|syrian|syria-wide',
      'all of? syria',
      'in|across|throughout|inside|of all? of? syria',
      'the? whole of? syria',
      'syrian territory|soil|territories',
      'syrian arab republic',
    ],
    IQ: ['iraq|iraqi', 'all of? iraq', 'in|across|throughout|inside|of all? of? iraq', 'iraqi territory|soil'],
  },
  radius: [
    'within|inside|under {number} -? {distance} radius? of|from|around?',
    'within|in|inside a {number} -? {distance} radius|circle|distance|range of|around|from?',
    'a {number} -? {distance} radius of|around|from?',
    'within|in a? radius of {number} -? {distance} of|around|from?',
    'radius|range|distance of {number} -? {distance} of|around|from?',
    'radius {number} {distance}',
    '{number} -? {distance} radius|circle of|around|from?',
    '{number} -? {distance} around|of|from|off',
    '{number} -? {distance} away? from',
    'up to|less than|no more than|at most {number} -? {distance} away? from|of|around?',
    'within less than {number} -? {distance} of?',
    'w / in|i {number} {distance} of|from|around?',
    'not more than {number} {distance} from',
    '{number} {distance} or less from',
    '{number} {distance}',
  ],
  distances: [
    [1, ['km', 'kms', 'kilometer', 'kilometers', 'kilometre', 'kilometres', 'klm', 'klicks', 'k', 'kilometr', 'kilometters']],
    [1.609344, ['mile', 'miles', 'mi']],
    [0.001, ['m', 'meter', 'meters', 'metre', 'metres']],
  ],
};
