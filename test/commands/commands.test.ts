import { describe, expect, test } from 'vitest';
import { type Command, ROLES } from '../../src/core/commands/command.ts';
import { commands } from '../../src/core/commands/index.ts';
import { createTranslators } from '../../src/core/reply/translator.ts';
import { USER_ERRORS } from '../../src/core/user-error.ts';
import { LANGUAGES } from '../../src/db/schema/vocabulary.ts';

const translator = createTranslators();
/** Every value that a sentence of an error may name. */
const ANYTHING = {
  roles: 'lead',
  length: 1,
  longest: 1,
  command: 'x',
  option: 'x',
  words: 'x',
  said: 'x',
  min: 1,
  max: 1,
  choices: 'x',
  ref: 'x',
  name: 'x',
  known: 'x',
  id: 'x',
  n: 1,
};

describe.each(commands.map((command): [string, Command] => [command.name, command]))('/%s', (name, command) => {
  const options = Object.entries(command.options);

  // Telegram: 32 characters of a–z, 0–9 and _ (core.telegram.org/bots/api#botcommand); Discord: the same, 25 options, 25 choices
  test('fits every platform', () => {
    for (const word of [name, ...options.map(([option]) => option)]) expect(word).toMatch(/^[a-z][a-z0-9_]{0,31}$/);
    expect(options.length).toBeLessThanOrEqual(25);
    for (const [, option] of options) if (option.kind === 'choice') expect(option.choices.length).toBeLessThanOrEqual(25);
  });

  test('asks for what it needs before what may be left out, and for the rest of the text last', () => {
    const order = options.map(([, option]) => (option.required ? 0 : 1));
    expect(order).toEqual([...order].sort());
    expect(options.slice(0, -1).filter(([, option]) => option.rest)).toEqual([]);
  });

  test('is for somebody', () => {
    expect(command.access.length).toBeGreaterThan(0);
    for (const role of command.access) expect(ROLES).toContain(role);
  });

  // Discord: 100 characters for a description, Telegram: 256
  test.each(LANGUAGES)('is explained in %s, as briefly as menus need', (language) => {
    const t = translator(language);
    expect(t(`command-${name}`).length).toBeLessThanOrEqual(100);
    expect(t(`command-${name}.example`)).toMatch(new RegExp(`^/${name}`));
    for (const [option] of options) {
      expect(t(`command-${name}.${option}`).length).toBeLessThanOrEqual(100);
      expect(t(`command-${name}.${option}-word`)).not.toBe('');
    }
  });
});

describe('the commands', () => {
  test('have names of their own', () => {
    const names = commands.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('every mistake that people make', () => {
  test.each(USER_ERRORS.flatMap((code) => LANGUAGES.map((language) => [code, language] as const)))(
    '%s has its sentence in %s',
    (code, language) => {
      expect(translator(language)(`error-${code}`, ANYTHING)).not.toBe('');
    },
  );
});
