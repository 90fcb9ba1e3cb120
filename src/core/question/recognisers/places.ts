import type { Place } from '../../gazetteer/gazetteer.ts';
import type { NameReader } from '../../names/reader.ts';
import { saidName } from '../../names/said.ts';
import { createScore, prepareName } from '../../names/score.ts';
import { kindPhrasesByFirst, stemOf } from '../../names/wording.ts';
import type { Finding, FindingOf, Recogniser } from '../finding.ts';
import type { Assumption } from '../question.ts';
import type { Text, Token } from '../text.ts';

/** A known spelling less like the canonical name than this is another name for the place: Tadmur, DeZ. */
const SAME_NAME = 0.72;
const MOST_REMEMBERED = 4096;

/** بأرياف: the particle before a kind word. */
const particlesOn = (token: Token | undefined): string =>
  token?.forms.find(({ norm }) => kindPhrasesByFirst.has(stemOf(norm)))?.prefix ?? '';

/** Whether what was said is the canonical name, more or less, in the language of its script. */
function createSameName(): (said: string, place: Place) => boolean {
  const score = createScore();
  const known = new Map<string, boolean>();
  return (said, place) => {
    const asked = `${place.id} ${said}`;
    const remembered = known.get(asked);
    if (remembered !== undefined) return remembered;
    const name = prepareName(said);
    const canonical = name.script === 'arabic' ? place.nameAr : place.name;
    const same = score(name, prepareName(canonical)) >= SAME_NAME;
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(asked, same);
    return same;
  };
}

/**
 * Places, with their kind words and without the preposition. Namesakes are candidates of one finding, best first; a governorate stands
 * before its seat 0.06 apart. Two candidates within 0.05 of each other, neither exact, are a question back.
 */
export function placesRecogniser(reader: NameReader): Recogniser {
  const isSameName = createSameName();
  const assumed = (said: string, place: Place | undefined, isKnown: boolean): Assumption[] => {
    if (!place || (isKnown && isSameName(said, place))) return [];
    return [{ kind: 'spelling', said, name: place.name, name_ar: place.nameAr }];
  };
  return (text) =>
    reader.read(text).places.map((spot): FindingOf<'place'> => {
      const { start, end, nameStart, nameEnd } = spot;
      return {
        kind: 'place',
        candidates: [...spot.candidates].sort((a, b) => b.score - a.score),
        start,
        end,
        ...(start < nameStart ? { prefix: particlesOn(text.tokens[start]) } : {}),
        ...(start < nameStart || nameEnd < end ? { name: { start: nameStart, end: nameEnd } } : {}),
        exactness: spot.exactness,
        assumptions: assumed(saidName(text, spot), spot.candidates[0]?.entity, spot.exactness === 'exact'),
        by: 'places',
      };
    });
}

const ARTICLE = 'the';

/**
 * The name without its kind words is a finding too, and without its article: in "the outskirts of Palmyra" they say how the place is
 * meant, in "give me the Coalition strikes" another wording took it.
 */
export const withBareNames = (findings: readonly Finding[], { tokens }: Text): Finding[] =>
  findings.flatMap((finding): Finding[] => {
    if (finding.kind === 'place' && finding.name) {
      const { prefix: _, name, ...place } = finding;
      return [finding, { ...place, start: name.start, end: name.end }];
    }
    const isNamed = finding.kind === 'place' || finding.kind === 'actor';
    const hasArticle = finding.end - finding.start > 1 && tokens[finding.start]?.norm === ARTICLE;
    return isNamed && hasArticle ? [finding, { ...finding, start: finding.start + 1 }] : [finding];
  });
