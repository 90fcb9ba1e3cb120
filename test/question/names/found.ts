import { gazetteerFromFiles } from '../../../src/core/facts/files.ts';
import { createNames } from '../../../src/core/names/names.ts';
import type { FindingOf, Recogniser } from '../../../src/core/question/finding.ts';
import { readText } from '../../../src/core/question/text.ts';

export const gazetteer = gazetteerFromFiles();
export const names = createNames(gazetteer);

/** What a recogniser makes of a text. */
export const findings = (recogniser: Recogniser, raw: string) => recogniser(readText(raw), { now: '2024-06-12', gazetteer });

const wordsOf = (raw: string, { start, end }: { start: number; end: number }) => {
  const { tokens } = readText(raw);
  return raw.slice(tokens[start]?.start, tokens[end - 1]?.end);
};

export const places = (raw: string): FindingOf<'place'>[] =>
  findings(names.places, raw).filter((finding) => finding.kind === 'place');

/** Each place as `words → id`. */
export const placesIn = (raw: string): string[] =>
  places(raw).map((finding) => `${wordsOf(raw, finding)} → ${finding.candidates[0]?.entity.id}`);

export const actorsIn = (raw: string): string[] =>
  findings(names.actors, raw).flatMap((finding) =>
    finding.kind === 'actor' ? [`${wordsOf(raw, finding)} → ${finding.candidates[0]?.entity.name}`] : [],
  );

export const sourcesIn = (raw: string): string[] =>
  findings(names.sources, raw).flatMap((finding) =>
    finding.kind === 'source' ? [`${wordsOf(raw, finding)} → ${finding.candidates[0]?.entity.id}`] : [],
  );
