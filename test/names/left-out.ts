import { readFileSync } from 'node:fs';
import { createGazetteer, type Gazetteer, type Place } from '../../src/core/gazetteer/gazetteer.ts';
import { keysOf } from '../../src/core/names/key.ts';
import { splitName } from '../../src/core/names/words.ts';

export interface AskedSpelling {
  place: string;
  spelling: string;
  writer: string;
  script: 'latin' | 'arabic';
}

/** The rows of spellings.tsv whose places the gazetteer holds; and how many it does not. */
export function askedSpellings(gazetteer: Gazetteer): AskedSpelling[] {
  const rows = readFileSync(new URL('spellings.tsv', import.meta.url), 'utf8').split('\n');
  return rows
    .filter((row) => row !== '' && !row.startsWith('#'))
    .flatMap((row) => {
      const [place = '', writer = '', spellings = ''] = row.split('\t');
      if (!gazetteer.places.has(place)) throw new Error(`spellings.tsv: no place ${place}`);
      return spellings.split('|').map((spelling) => {
        const script = /[\u0620-\u06ff]/u.test(spelling) ? ('arabic' as const) : ('latin' as const);
        return { place, spelling, writer, script };
      });
    });
}

/** The asked spellings in so many parts that no two of one place are in the same one. */
export function inParts(asked: readonly AskedSpelling[]): AskedSpelling[][] {
  const parts: AskedSpelling[][] = [];
  const next = new Map<string, number>();
  for (const one of asked) {
    const turn = one.place;
    const part = next.get(turn) ?? 0;
    next.set(turn, part + 1);
    parts[part] ??= [];
    parts[part].push(one);
  }
  return parts;
}

const SHORTEST_PART = 4;

/** The gazetteer as it would be had nobody ever seen these spellings: no place has them, nor another name made of them ("Palmyra airport"). */
export function without(gazetteer: Gazetteer, asked: readonly AskedSpelling[]): Gazetteer {
  const left = [...new Set(asked.flatMap(({ spelling }) => keysOf(splitName(spelling))))];
  const isLeft = (text: string) =>
    keysOf(splitName(text)).some((key) =>
      left.some((one) => key === one || (one.length >= SHORTEST_PART && (key.startsWith(one) || key.endsWith(one)))),
    );
  const places = [...gazetteer.places.values()].map((place): Place => {
    const spellings = place.spellings.filter(({ text }) => !isLeft(text));
    const nameOr = (name: string, language: 'en' | 'ar') =>
      isLeft(name) ? (spellings.find((one) => one.language === language)?.text ?? '') : name;
    return { ...place, name: nameOr(place.name, 'en'), nameAr: nameOr(place.nameAr, 'ar'), spellings };
  });
  return createGazetteer(places, [...gazetteer.actors.values()], [...gazetteer.sources.values()]);
}
