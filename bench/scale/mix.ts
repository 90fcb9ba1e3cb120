import { coverOf } from '../../src/core/gazetteer/cells.ts';
import type { Gazetteer } from '../../src/core/gazetteer/gazetteer.ts';
import { circle, ofPlace, touch } from '../../src/core/gazetteer/shape.ts';
import {
  type Around,
  type ByHand,
  compared,
  deadliest,
  listed,
  near,
  ranked,
  series,
  statistics,
  totals,
  within,
} from './by-hand.ts';

export interface MixQuestion {
  kind: string;
  text: string;
  /** What was asked before, in the same conversation. */
  turns: readonly string[];
  /** To a place and at most a year: what must not grow with the store. */
  bounded: boolean;
  byHand: ByHand;
}

export const MIX_ASKED_ON = '2024-06-12';

/** What analysts ask of a large store. By hand, place names and periods are constants: the reading is dalil's own. */
export function mixOf(gazetteer: Gazetteer): MixQuestion[] {
  const year = (n: number) => ({ from: `${n}-01-01`, to: `${n}-12-31` });
  const april = { from: '2023-04-01', to: '2023-04-30' };
  const march = { from: '2022-03-01', to: '2022-03-31' };
  const since = (n: number) => ({ from: `${n}-01-01`, to: MIX_ASKED_ON });
  const saa = [...gazetteer.actorsUnder('saa')];
  const near30 = (id: string, span: typeof april): ByHand =>
    near(span, aroundOf(gazetteer, id, NEAR_KM), aroundOf(gazetteer, id, WIDER_KM));
  const of = (kind: string, text: string, byHand: ByHand, more: Partial<MixQuestion> = {}): MixQuestion => ({
    kind,
    text,
    turns: [],
    bounded: true,
    byHand,
    ...more,
  });
  return [
    of('near', 'attacks near Sukhnah in April 2023', near30('as-sukhnah', april)),
    of('near', 'هجمات قرب السخنة في نيسان 2023', near30('as-sukhnah', april)),
    of('near', 'attacks near Mayadin in April 2023', near30('al-mayadin', april)),
    of('near, a year', 'attacks near Palmyra in 2021', near30('palmyra', year(2021))),
    of('in', 'how many attacks in Homs in 2023', within(year(2023), 'Homs')),
    of('in', 'attacks in Raqqa in 2022', within(year(2022), 'Raqqa')),
    of('trend', 'ISIS attacks in Deir ez-Zor by month in 2022', series(year(2022), 'Deir ez-Zor', 'isis')),
    of('compare', 'compare Homs and Deir ez-Zor in 2023', compared(year(2023), 'Homs', 'Deir ez-Zor')),
    of('top', 'which governorates had the most attacks in 2022', ranked(year(2022)), { bounded: false }),
    of('deadliest', 'the deadliest attack in Deir ez-Zor since 2019', deadliest(since(2019), 'Deir ez-Zor'), { bounded: false }),
    of('list', 'list attacks on the SAA in Hama in March 2022', listed(march, 'Hama', saa)),
    of('wide trend', 'attacks in Syria since 2016 by month', series(since(2016), null, null), { bounded: false }),
    of(
      'published',
      'how many attacks were there in Syria in 2021',
      (sql) => Promise.all([series(year(2021), null, null)(sql), statistics(sql, year(2021))]),
      {
        bounded: false,
      },
    ),
    of('follow-up', 'how many people were killed', totals(year(2023), 'Homs'), { turns: ['attacks in Homs in 2023'] }),
  ];
}

/** What "near" stands for, and the next larger circle, which an answer names too. */
const NEAR_KM = 30;
const WIDER_KM = 50;

function aroundOf(gazetteer: Gazetteer, id: string, km: number): Around {
  const place = gazetteer.places.get(id);
  if (!place) throw new Error(`the mix asks for ${id}, which the gazetteer does not hold`);
  const shape = circle(place, km);
  const cover = coverOf(shape);
  const vague = [...gazetteer.places.values()].filter((other) => other.kind !== 'country' && touch(ofPlace(other), shape));
  return {
    circle: { lat: place.lat, lon: place.lon, km, inside: cover?.inside ?? [], edge: cover?.border ?? [] },
    reachingIn: vague.map((other) => other.id),
  };
}
