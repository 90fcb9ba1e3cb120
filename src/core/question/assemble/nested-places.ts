import type { PlaceKind } from '../../../db/schema/vocabulary.ts';
import type { Place } from '../../gazetteer/gazetteer.ts';
import { type Assembly, use } from './assembly.ts';
import type { Mention } from './place-mentions.ts';
import { isKind, type Sentence } from './sentence.ts';

export interface Placed {
  place: Place;
  mention: Mention;
}

const COARSE = new Set<PlaceKind>(['governorate', 'district', 'subdistrict', 'region', 'zone']);

const isWithin = ({ gazetteer }: Assembly, inner: Place, outer: Place): boolean =>
  inner.id !== outer.id && gazetteer.placesUnder(outer.id).has(inner.id);

const isCommaOnly = ({ items, text }: Sentence, { mention: a }: Placed, { mention: b }: Placed): boolean => {
  const gap = items.slice(a.at + 1, b.at);
  return gap.length === 1 && gap[0]?.kind === 'mark' && text.tokens[gap[0].start]?.norm === ',';
};

/** "Sukhnah in Homs", "Palmyra, Homs", "near Sukhnah in the Badia" say one place; "Homs and Palmyra" two. */
function mayBeOne({ sentence }: Assembly, first: Placed, second: Placed): boolean {
  return !second.mention.joined || isKind(second.mention.put ?? undefined, 'relation') || isCommaOnly(sentence, first, second);
}

/** The one of the two that only says where the other lies. */
function outerOf(assembly: Assembly, first: Placed, second: Placed): Placed | null {
  if (isWithin(assembly, first.place, second.place)) return second;
  if (isWithin(assembly, second.place, first.place) && !second.mention.joined) return first;
  return [first, second].find(({ place }) => place.kind === 'region') ?? null;
}

/** Leaves the narrower of two places that are one, and says so. */
export function withoutOuterPlaces(assembly: Assembly, placed: readonly Placed[]): Placed[] {
  const dropped = new Set<Placed>();
  placed.forEach((first, i) => {
    const second = placed[i + 1];
    if (!second || !mayBeOne(assembly, first, second)) return;
    const outer = outerOf(assembly, first, second);
    if (outer) {
      const inner = outer === first ? second : first;
      dropped.add(outer);
      use(assembly, outer.mention.item);
      assembly.assumptions.push({ kind: 'within', place: inner.place.name, within: outer.place.name });
    } else if (COARSE.has(second.place.kind) && second.mention.relation === 'in' && first.mention.relation !== 'in') {
      // "near Resafa in Homs", where it is not: one of them cannot be held
      dropped.add(second);
      assembly.used.add(second.mention.item);
      assembly.reported.add(second.mention.item);
    }
  });
  return placed.filter((one) => !dropped.has(one));
}
