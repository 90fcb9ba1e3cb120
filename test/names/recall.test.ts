import { describe, expect, it } from 'vitest';
import { gazetteerFromFiles } from '../../src/core/facts/files.ts';
import { createReader } from '../../src/core/names/reader.ts';
import { createResolve } from '../../src/core/names/resolve.ts';
import { type AskedSpelling, askedSpellings, inParts, without } from './left-out.ts';

const gazetteer = gazetteerFromFiles();
const asked = askedSpellings(gazetteer);

/** A governorate and its seat share a name: either is right where the name is all that was said. */
const isRight = ({ place }: AskedSpelling, found: string | undefined) =>
  found !== undefined && (found === place || gazetteer.places.get(found)?.name === gazetteer.places.get(place)?.name);

const share = (right: number, of: number) => `${right} of ${of}, ${((100 * right) / of).toFixed(1)} %`;

describe('spellings that other writers use', () => {
  it('are many, in both scripts', () => {
    expect(asked.length).toBeGreaterThanOrEqual(400);
    expect(asked.filter(({ script }) => script === 'arabic').length).toBeGreaterThanOrEqual(200);
  });

  it('are found in 99 of 100 cases with the shipped gazetteer', () => {
    const resolve = createResolve(createReader(gazetteer));
    const missed = asked.filter((one) => !isRight(one, resolve(one.spelling)[0]?.id));
    console.info(`all known: ${share(asked.length - missed.length, asked.length)} found`);
    expect(missed.length / asked.length, missed.map(({ spelling }) => spelling).join(', ')).toBeLessThanOrEqual(0.01);
  });

  it('are found in 97 of 100 cases when nobody ever saw the one that is asked', () => {
    const missed: AskedSpelling[] = [];
    for (const part of inParts(asked)) {
      const resolve = createResolve(createReader(without(gazetteer, part)));
      missed.push(...part.filter((one) => !isRight(one, resolve(one.spelling)[0]?.id)));
    }
    const of = (script: 'latin' | 'arabic') => {
      const all = asked.filter((one) => one.script === script).length;
      return share(all - missed.filter((one) => one.script === script).length, all);
    };
    console.info(
      `left out: ${share(asked.length - missed.length, asked.length)} found; Latin ${of('latin')}, Arabic ${of('arabic')}`,
    );
    expect(missed.length / asked.length, missed.map(({ spelling }) => spelling).join(', ')).toBeLessThanOrEqual(0.03);
  });
});
