import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentResource } from '@fluent/bundle';
import { describe, expect, test } from 'vitest';
import { ASKED_TACTICS, DECLINED, GROUPINGS, ORDERS, questionSchema, RELATIONS } from '../../src/core/question/question.ts';
import { EVENT_TYPES, EVIDENCE, LANGUAGES, MEANS, PARTIES, TACTICS, TARGET_OBJECTS } from '../../src/db/schema/vocabulary.ts';
import { packageRoot } from '../../src/package-root.ts';

const LOCALES = join(packageRoot, 'src', 'core', 'reply', 'locales');
/** The bundles of the answer rooms; commands have their own. */
const OURS = ['answer.ftl', 'days.ftl', 'figures.ftl', 'question.ftl', 'understood.ftl', 'vocabulary.ftl'];

type Node = unknown;

/** Names of the variables in a pattern, at any depth. */
function variables(node: Node, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const one of node) variables(one, found);
  else if (node !== null && typeof node === 'object') {
    if ('type' in node && node.type === 'var' && 'name' in node && typeof node.name === 'string') found.add(node.name);
    for (const value of Object.values(node)) variables(value, found);
  }
  return found;
}

/** Messages that a pattern refers to. */
function references(node: Node, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const one of node) references(one, found);
  else if (node !== null && typeof node === 'object') {
    if ('type' in node && node.type === 'mesg' && 'name' in node && typeof node.name === 'string') {
      found.add('attr' in node && typeof node.attr === 'string' ? `${node.name}.${node.attr}` : node.name);
    }
    for (const value of Object.values(node)) references(value, found);
  }
  return found;
}

/** Every pattern of a language by id, `message` or `message.attribute`. */
function patterns(language: string, files: readonly string[]): Map<string, Node> {
  const all = new Map<string, Node>();
  for (const file of files) {
    for (const message of new FluentResource(readFileSync(join(LOCALES, language, file), 'utf8')).body) {
      if ('value' in message && message.value !== null) all.set(message.id, message.value);
      for (const [name, pattern] of Object.entries(message.attributes)) all.set(`${message.id}.${name}`, pattern);
    }
  }
  return all;
}

/** Variables that a pattern needs, with those of the messages that it refers to. */
function needs(id: string, all: Map<string, Node>): string[] {
  const found = variables(all.get(id));
  for (const reference of references(all.get(id))) for (const name of needs(reference, all)) found.add(name);
  return [...found].sort();
}

const filesOf = (language: string) => readdirSync(join(LOCALES, language)).sort();

function sources(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

describe('the bundles', () => {
  test('are the same files in every language', () => {
    for (const language of LANGUAGES) expect(filesOf(language)).toEqual(filesOf('en'));
  });

  test.each(filesOf('en'))('of %s have the same messages, attributes and variables in every language', (file) => {
    const ofFile = (language: string) => {
      const every = patterns(language, filesOf(language));
      return Object.fromEntries([...patterns(language, [file]).keys()].sort().map((id) => [id, needs(id, every)]));
    };
    for (const language of LANGUAGES) expect(ofFile(language)).toEqual(ofFile('en'));
  });

  test('hold no message twice and no line that Fluent could not read', () => {
    for (const language of LANGUAGES) {
      const seen = new Set<string>();
      for (const file of filesOf(language)) {
        const text = readFileSync(join(LOCALES, language, file), 'utf8');
        const written = [...text.matchAll(/^([a-z][\w-]*) =/gmu)].map((found) => found[1] ?? '');
        expect(new FluentResource(text).body.map(({ id }) => id)).toEqual(written);
        for (const id of written) {
          expect(seen, `${id} in ${language}/${file}`).not.toContain(id);
          seen.add(id);
        }
      }
    }
  });

  const code = sources(join(packageRoot, 'src', 'core', 'summary')) + sources(join(packageRoot, 'src', 'core', 'reply'));
  const all = patterns('en', OURS);
  const quoted = new Set([...code.matchAll(/['`]([a-z][a-z0-9-]*(?:\.[\w-]+)?)['`]/gu)].map((found) => found[1] ?? ''));
  const families = new Set([...code.matchAll(/['`]([a-z][a-z-]*)\.(?:[a-z-]*)\$\{/gu)].map((found) => found[1] ?? ''));

  test('hold no message that nobody says', () => {
    const said = (id: string) =>
      quoted.has(id) ||
      families.has(id.split('.')[0] ?? '') ||
      wordLists.has(id.split('.')[0] ?? '') ||
      messageTables.has(id.split('.')[0] ?? '');
    expect([...all.keys()].filter((id) => !said(id))).toEqual([]);
  });

  /** Named as a word of a list in question-phrases.ts: listed('on-objects', 'target-object', …). */
  const wordLists = new Set([...code.matchAll(/listed\('[\w-]+', '([\w-]+)'/gu)].map((found) => found[1] ?? ''));
  /** Named in a table of measures: `${MESSAGES[measure]}.${shape}`. */
  const messageTables = new Set(['killed', 'wounded', 'captured', 'missing', 'killed-or-missing', 'escaped']);

  test('hold every message that is said', () => {
    const called = [
      ...code.matchAll(/\bt\(\s*(?:\w+(?:\.\w+)* [?=><]+[^'`]*\? )?'([a-z][\w.-]*)'(?:\s*:\s*'([a-z][\w.-]*)')?/gu),
    ];
    const said = called.flatMap((found) => [found[1], found[2]]).filter((id) => id !== undefined);
    expect(said.length).toBeGreaterThan(80);
    const every = patterns('en', filesOf('en'));
    expect(said.filter((id) => !every.has(id))).toEqual([]);
    const names = new Set([...every.keys()].map((id) => id.split('.')[0]));
    expect([...families, ...wordLists].filter((family) => !names.has(family))).toEqual([]);
  });

  const attributes = (message: string) =>
    [...all.keys()].filter((id) => id.startsWith(`${message}.`)).map((id) => id.slice(message.length + 1));

  test.each([
    ['tactic', TACTICS],
    ['sought', ['attack', 'incident', ...ASKED_TACTICS]],
    ['counted', ['attack', 'incident', ...ASKED_TACTICS]],
    ['target-object', TARGET_OBJECTS],
    ['means', MEANS],
    ['party', PARTIES],
    ['evidence', EVIDENCE],
    ['grouping', GROUPINGS],
    ['grouping-title', GROUPINGS],
    ['order', ORDERS],
    ['where', RELATIONS],
    ['slot', Object.keys(questionSchema.shape)],
    ['event-type', Object.keys(EVENT_TYPES).map((type) => type.toLowerCase().replace(/[^a-z]+/gu, '-'))],
    ['declined', [...DECLINED.map((why) => why.replaceAll('_', '-')), 'any']],
  ] as const)('say each %s of the vocabulary and no other', (message, words) => {
    expect(attributes(message).sort()).toEqual([...words].sort());
  });

  test('use all six plural forms of Arabic where incidents are counted', () => {
    const text = readFileSync(join(LOCALES, 'ar', 'figures.ftl'), 'utf8');
    const attack = text.slice(text.indexOf('counted ='), text.indexOf('.incident'));
    for (const form of ['[zero]', '[one]', '[two]', '[few]', '[many]', '*[other]']) expect(attack).toContain(form);
  });
});
