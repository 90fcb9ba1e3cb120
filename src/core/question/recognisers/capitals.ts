import type { Recogniser } from '../finding.ts';
import type { Token } from '../text.ts';

/** Names that are common words unless they stand in capitals: "US strikes" and "tell us". */
const IN_CAPITALS: Readonly<Record<string, string>> = { US: 'coalition', USA: 'coalition', IS: 'isis' };

/** What only the country has: "us airstrikes", but not "give us airstrikes". */
const OWNED = new Set(
  'airstrike airstrikes strike strikes drone drones raid raids base bases forces troops soldiers air bombing convoy convoys patrol patrols'.split(
    ' ',
  ),
);
const GIVEN_TO_US = new Set('give show tell send get let help inform bring list find'.split(' '));
const isOwner = (before: Token | undefined, next: Token | undefined) =>
  OWNED.has(next?.norm ?? '') && !GIVEN_TO_US.has(before?.norm ?? '');

export const capitalsRecogniser: Recogniser = (text, { gazetteer }) => {
  // who writes all in capitals says nothing by them
  const isTelling = text.tokens.some(({ raw }) => raw !== raw.toUpperCase());
  return text.tokens.flatMap(({ raw, norm }, start) => {
    const owns = norm === 'us' && isOwner(text.tokens[start - 1], text.tokens[start + 1]);
    const actor = gazetteer.actors.get((owns ? IN_CAPITALS.US : isTelling ? IN_CAPITALS[raw] : undefined) ?? '');
    if (!actor) return [];
    return [
      {
        kind: 'actor' as const,
        candidates: [{ entity: actor, score: 1.1 }],
        start,
        end: start + 1,
        exactness: 'exact' as const,
        assumptions: [],
        by: 'capitals',
      },
    ];
  });
};
