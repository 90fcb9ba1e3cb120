import { expect } from 'vitest';
import type { SearchRequest } from '../../src/core/search/found.ts';
import { asked, expectFirstPage, expectSame, type Searched } from '../search/agreement.ts';

/** Questions that are under way together, so that the database works while the reference does. */
const LANES = 3;
/** So many differences are told; more are as a rule the same one. */
const TOLD = 5;
/** Turning every page costs a search each: one question in so many. */
const PAGES_OF = 10;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Each leaf that differs, by its path: what was found, then what is right. */
function differences(found: unknown, right: unknown, path = ''): string[] {
  if (Object.is(found, right)) return [];
  if (!isRecord(found) || !isRecord(right)) return [`${path}: ${JSON.stringify(found)}, not ${JSON.stringify(right)}`];
  const names = new Set([...Object.keys(found), ...Object.keys(right)]);
  return [...names].flatMap((name) => differences(found[name], right[name], `${path}/${name}`));
}

function toldOf(error: unknown): string {
  if (!isRecord(error) || !('expected' in error)) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  return differences(error.actual, error.expected).slice(0, 8).join('\n');
}

/** Asks everything and looks at every record for each question. */
export async function expectAllSame(held: Searched, requests: readonly SearchRequest[]): Promise<void> {
  const wrong: string[] = [];
  const waiting = requests.entries();
  let found = 0;
  const lane = async () => {
    for (const [n, request] of waiting) {
      try {
        const { right } = await (n % PAGES_OF === 0 ? expectSame : expectFirstPage)(held, request);
        if (right.totals.incidents > 0) found++;
      } catch (error) {
        wrong.push(`${toldOf(error)}\nasked (${n}): ${JSON.stringify(asked(request))}`);
        if (wrong.length >= TOLD) break;
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  expect(wrong.join('\n\n')).toBe('');
  // a comparison of nothing with nothing says little
  expect(found).toBeGreaterThan(requests.length / 4);
}
