import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../../src/package-root.ts';
import type { Route } from './routes.ts';

/** The platform's own description, where somebody has put it beside the checkout. */
const FILE = join(packageRoot, '..', 'shared', 'specs', 'discord-openapi.json');
export const hasSpec = existsSync(FILE);

type Schema = Record<string, unknown>;
const isSchema = (value: unknown): value is Schema => value !== null && typeof value === 'object' && !Array.isArray(value);
const schemasIn = (value: unknown): Schema[] => (Array.isArray(value) ? value.filter(isSchema) : []);

let read: Schema | null = null;
function spec(): Schema {
  read ??= z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(FILE, 'utf8')));
  return read;
}

const at = (from: unknown, ...keys: string[]): unknown =>
  keys.reduce<unknown>((value, key) => (isSchema(value) ? value[key] : undefined), from);

function resolved(schema: Schema): Schema {
  const ref = schema.$ref;
  if (typeof ref !== 'string') return schema;
  const found = at(spec(), ...ref.replace('#/', '').split('/'));
  if (!isSchema(found)) throw new Error(`no ${ref} in the description`);
  return resolved(found);
}

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;

const TYPES = (type: string, value: unknown): boolean => {
  const is = typeOf(value);
  return is === type || (type === 'number' && is === 'integer');
};

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

function lengths(schema: Schema, size: number, [least, most]: [string, string]): string[] {
  const [low, high] = [number(schema[least]), number(schema[most])];
  return [
    ...(low !== null && size < low ? [`${least} ${low}`] : []),
    ...(high !== null && size > high ? [`${most} ${high}`] : []),
  ];
}

/** As much of JSON Schema 2020-12 as Discord's description uses. Returns what is wrong, with where. */
function errors(given: Schema, value: unknown, where: string): string[] {
  const schema = resolved(given);
  const wrong: string[] = [];
  const say = (...what: string[]) => wrong.push(...what.map((one) => `${where} ${one}`));
  const types = Array.isArray(schema.type) ? schema.type : schema.type === undefined ? [] : [schema.type];
  // bit sets may be written as text: https://github.com/discord/discord-api-spec
  const isBits = types.includes('integer') && typeof value === 'string' && /^\d+$/u.test(value);
  if (types.length > 0 && !isBits && !types.some((type) => TYPES(String(type), value)))
    return [`${where} is not ${types.join(' or ')}`];
  if (schema.const !== undefined && schema.const !== value) say(`is not ${schema.const}`);
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) say(`is none of ${schema.enum}`);
  if (typeof value === 'string') {
    say(...lengths(schema, value.length, ['minLength', 'maxLength']));
    if (typeof schema.pattern === 'string' && !new RegExp(schema.pattern, 'u').test(value)) say(`does not fit ${schema.pattern}`);
    if (schema.format === 'snowflake' && !/^\d+$/u.test(value)) say('is no snowflake');
  }
  if (typeof value === 'number') say(...lengths(schema, value, ['minimum', 'maximum']));
  if (Array.isArray(value)) {
    say(...lengths(schema, value.length, ['minItems', 'maxItems']));
    if (schema.uniqueItems === true && new Set(value.map((one) => JSON.stringify(one))).size < value.length)
      say('repeats an item');
    const { items } = schema;
    if (isSchema(items)) wrong.push(...value.flatMap((one, i) => errors(items, one, `${where}[${i}]`)));
  } else if (isSchema(value)) {
    for (const key of Array.isArray(schema.required) ? schema.required.map(String) : [])
      if (!(key in value)) say(`has no ${key}`);
    for (const [key, of] of Object.entries(isSchema(schema.properties) ? schema.properties : {})) {
      if (key in value && isSchema(of)) wrong.push(...errors(of, value[key], `${where}.${key}`));
    }
  }
  for (const all of schemasIn(schema.allOf)) wrong.push(...errors(all, value, where));
  for (const [choices, enough] of [
    [schemasIn(schema.oneOf), 1],
    [schemasIn(schema.anyOf), 1],
  ] as const) {
    if (choices.length === 0) continue;
    const tried = choices.map((choice) => errors(choice, value, where));
    const fitting = tried.filter((found) => found.length === 0).length;
    if (fitting < enough) wrong.push(...(tried.sort((a, b) => a.length - b.length)[0] ?? []));
  }
  return wrong;
}

const template = (path: string): string => path.replace(/\{[^}]+\}/gu, '{}');

/** What the platform's own description says against a request's body; nothing where it is not at hand. */
export function judge({ method, name }: Pick<Route, 'method' | 'name'>, body: unknown): string[] {
  if (!hasSpec || body === null) return [];
  const paths = at(spec(), 'paths');
  const path = isSchema(paths) ? Object.keys(paths).find((one) => template(one) === template(name)) : undefined;
  if (path === undefined) return [`Discord describes no ${name}`];
  const schema = at(paths, path, method.toLowerCase(), 'requestBody', 'content', 'application/json', 'schema');
  return isSchema(schema) ? errors(schema, body, 'body') : [`Discord describes no body of ${method} ${path}`];
}
