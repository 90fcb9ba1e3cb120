import type { SourceName } from '../gazetteer/gazetteer.ts';
import { cueBefore } from './cues.ts';
import { knownNamesAt } from './known-names.ts';
import type { NameEntry, NameIndex } from './name-index.ts';
import type { Spot } from './spot.ts';
import { is, type Unit } from './units.ts';
import { sourceSpellings } from './wording.ts';
import { splitName } from './words.ts';

const KNOWN = 1.1;
const CUE_WITHIN = 3;
const NOWHERE: ReadonlySet<number> = new Set();

/** "Syrian Observatory for Human Rights (SOHR)" is met as either. */
function spellingsOf(source: SourceName): string[] {
  const names = [source.name, source.nameAr ?? ''].flatMap((name) => {
    const [, long, short] = /^([^()]*)\(([^()]*)\)$/u.exec(name) ?? [];
    return [name, long ?? '', short !== undefined && /^[A-Z]{2,}$|^\p{Script=Arabic}+$/u.test(short) ? short : ''];
  });
  return [...names, ...sourceSpellings(source.id)].map((name) => name.trim()).filter((name) => name !== '');
}

export function* sourceEntries(sources: Iterable<SourceName>): Generator<NameEntry<SourceName>> {
  for (const source of sources) {
    for (const spelling of spellingsOf(source)) {
      yield { entity: source, spelling, words: splitName(spelling), likeness: 'none', derived: false };
    }
  }
}

/** "according to", "reported by", "حسب" within three words before, or "says", "reported" right after. */
function isCued(units: readonly Unit[], start: number, end: number): boolean {
  for (let i = start - 1; i >= 0 && i >= start - CUE_WITHIN; i--) if (is(units[i], 'sourceCue')) return true;
  return is(units[end], 'sourceCue');
}

/** حسب سانا قرب الميادين: a word for a place stands right before it. "From" may be either. */
const FROM = 'from';
const isPlaced = (units: readonly Unit[], start: number): boolean =>
  is(units[start - 1], 'cue') &&
  !is(units[start - 1], 'sourceCue') &&
  !units[start - 1]?.readings.some(({ stem }) => stem === FROM);

/**
 * All sources in a text. A name that a place or an actor bears as well (Al Mayadeen) is a source only where a source is spoken of:
 * `isShared` says so.
 */
export function spotSources(
  units: readonly Unit[],
  index: NameIndex<SourceName>,
  isShared: (start: number, end: number) => boolean,
): Spot<SourceName>[] {
  const spots: Spot<SourceName>[] = [];
  for (let at = 0; at < units.length; at++) {
    for (const { start, end, prefix, entries } of knownNamesAt(units, at, index)) {
      const cued = isCued(units, start, end) && !(isShared(start, end) && isPlaced(units, start));
      if (!cued && (isShared(start, end) || cueBefore(units, start, '', NOWHERE) === 'strong')) continue;
      const candidates = entries.map(({ entity }) => ({ entity, score: KNOWN }));
      spots.push({ start, end, nameStart: start, nameEnd: end, prefix, exactness: 'exact', candidates });
      at = end - 1;
      break;
    }
  }
  return spots;
}
