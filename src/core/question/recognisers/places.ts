import type { Place } from '../../gazetteer/gazetteer.ts';
import type { NameReader } from '../../names/reader.ts';
import { createScore, prepareName } from '../../names/score.ts';
import type { Spot } from '../../names/spot.ts';
import type { Recogniser } from '../finding.ts';
import type { Assumption } from '../question.ts';
import type { Text } from '../text.ts';

/** A known spelling less like the canonical name than this is another name for the place: Tadmur, DeZ. */
const SAME_NAME = 0.72;

/**
 * Places, with their kind words and without the preposition. Namesakes are candidates of one finding, best first; a governorate stands
 * before its seat 0.06 apart. Two candidates within 0.05 of each other, neither exact, are a question back.
 */
export function placesRecogniser(reader: NameReader): Recogniser {
  const score = createScore();

  function spellingAssumed(text: Text, spot: Spot<Place>): Assumption[] {
    const place = spot.candidates[0]?.entity;
    const first = text.tokens[spot.nameStart];
    const last = text.tokens[spot.nameEnd - 1];
    if (!place || !first || !last) return [];
    const said = text.raw.slice(first.start, last.end);
    const name = prepareName(said);
    const likeness = Math.max(score(name, prepareName(place.name)), score(name, prepareName(place.nameAr)));
    if (spot.exactness === 'exact' && likeness >= SAME_NAME) return [];
    return [{ kind: 'spelling', said, name: place.name, name_ar: place.nameAr }];
  }

  return (text) =>
    reader.read(text).places.map((spot) => ({
      kind: 'place',
      candidates: spot.candidates,
      start: spot.start,
      end: spot.end,
      exactness: spot.exactness,
      assumptions: spellingAssumed(text, spot),
      by: 'places',
    }));
}
