import type { NameReader } from '../../names/reader.ts';
import type { Recogniser } from '../finding.ts';

/** Sources by name, and by how people call them. */
export const sourcesRecogniser =
  (reader: NameReader): Recogniser =>
  (text) =>
    reader.read(text).sources.map((spot) => ({
      kind: 'source',
      candidates: spot.candidates,
      start: spot.start,
      end: spot.end,
      exactness: spot.exactness,
      assumptions: [],
      by: 'sources',
    }));
