import type { Place } from '../gazetteer/gazetteer.ts';
import type { Candidate } from '../question/finding.ts';
import type { NameEntry } from './name-index.ts';
import { compareProminence, prominence } from './place-names.ts';
import type { KindPhrase } from './wording.ts';

const KNOWN = 1.1;
const DERIVED = 1.05;
/** Wider than the 0.05 within which the pipeline asks back: a namesake that is the lesser one is an alternative, not a doubt. */
const LESSER_NAMESAKE = 0.06;
/** A like spelling with a kind word that was not said ("Mayadin airport"): the town goes before if it is nearly as like. */
const UNSAID_KIND = 0.12;
/** Of two like spellings of different places, so much for each step of prominence. */
const PER_PROMINENCE = 0.01;
const MOST_CANDIDATES = 5;

type Compare = (a: Candidate<Place>, b: Candidate<Place>) => number;

/** Those of the kind that was said, where there are any. */
function ofKind(candidates: readonly Candidate<Place>[], phrase: KindPhrase | null): Candidate<Place>[] {
  const fitting = candidates.filter(({ entity }) => phrase?.kinds.has(entity.kind));
  return fitting.length > 0 ? fitting : [...candidates];
}

/** The order in which the kind word names its kinds, then prominence: a governorate before its seat, a city before a village. */
const namesakeOrder =
  (phrase: KindPhrase | null): Compare =>
  (a, b) => {
    const kinds = phrase ? [...phrase.kinds] : [];
    return (
      kinds.indexOf(a.entity.kind) - kinds.indexOf(b.entity.kind) || b.score - a.score || compareProminence(a.entity, b.entity)
    );
  };

/** Each step down the order costs a little; equals keep equal scores, so that they are asked about. */
function stepDown(candidates: Candidate<Place>[], compare: Compare): Candidate<Place>[] {
  const sorted = candidates.sort(compare);
  let score = Math.max(...sorted.map((candidate) => candidate.score));
  return sorted.map((candidate, i) => {
    const above = sorted[i - 1];
    if (above && compare(above, candidate) < 0) score -= LESSER_NAMESAKE;
    return { entity: candidate.entity, score };
  });
}

/** Places with this very spelling: namesakes, whatever their canonical names. */
export function knownPlaces(entries: readonly NameEntry<Place>[], phrase: KindPhrase | null): Candidate<Place>[] {
  const candidates = entries.map(({ entity, derived }) => ({ entity, score: derived ? DERIVED : KNOWN }));
  return stepDown(ofKind(candidates, phrase), namesakeOrder(phrase)).slice(0, MOST_CANDIDATES);
}

interface LikelyPlace extends Candidate<Place> {
  lesser: boolean;
}

/** Places of like spellings, best first. Only those of one canonical name are namesakes; the best spelling of one counts for all. */
export function likelyPlaces(found: readonly LikelyPlace[], phrase: KindPhrase | null): Candidate<Place>[] {
  const byName = new Map<string, Candidate<Place>[]>();
  const weighed = found.map(({ entity, score, lesser }) => {
    const isNamed = phrase?.kinds.has(entity.kind) ?? false;
    return { entity, score: lesser && !isNamed ? score - UNSAID_KIND : score };
  });
  for (const candidate of ofKind(weighed, phrase)) {
    const namesakes = byName.get(candidate.entity.name) ?? [];
    const score = Math.max(candidate.score, namesakes[0]?.score ?? 0);
    byName.set(
      candidate.entity.name,
      [...namesakes, candidate].map(({ entity }) => ({ entity, score })),
    );
  }
  return [...byName.values()]
    .flatMap((namesakes) => stepDown(namesakes, namesakeOrder(phrase)))
    .sort((a, b) => b.score - a.score - PER_PROMINENCE * (prominence(b.entity) - prominence(a.entity)))
    .slice(0, MOST_CANDIDATES);
}
