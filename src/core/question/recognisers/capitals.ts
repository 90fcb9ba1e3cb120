import type { Recogniser } from '../finding.ts';

/** Names that are common words unless they stand in capitals: "US strikes" and "tell us". */
const IN_CAPITALS: Readonly<Record<string, string>> = { US: 'coalition', USA: 'coalition' };

export const capitalsRecogniser: Recogniser = (text, { gazetteer }) => {
  // who writes all in capitals says nothing by them
  if (!text.tokens.some(({ raw }) => raw !== raw.toUpperCase())) return [];
  return text.tokens.flatMap(({ raw }, start) => {
    const actor = gazetteer.actors.get(IN_CAPITALS[raw] ?? '');
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
