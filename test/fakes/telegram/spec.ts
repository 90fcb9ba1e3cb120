import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../../src/package-root.ts';

/** A description of the Bot API in JSON (PaulSonOfLars/telegram-bot-api-spec), where somebody has put it beside the checkout. */
const FILE = join(packageRoot, '..', 'shared', 'specs', 'telegram-bot-api.json');
export const hasSpec = existsSync(FILE);

const fieldSchema = z.object({ name: z.string(), types: z.array(z.string()), required: z.boolean(), description: z.string() });
const typeSchema = z.object({ fields: z.array(fieldSchema).optional(), subtypes: z.array(z.string()).optional() });
const specSchema = z.object({
  methods: z.record(z.string(), z.object({ fields: z.array(fieldSchema).optional() })),
  types: z.record(z.string(), typeSchema),
});
type Field = z.infer<typeof fieldSchema>;

let read: z.infer<typeof specSchema> | null = null;
function spec() {
  read ??= specSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')));
  return read;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const PRIMITIVES: Record<string, (value: unknown) => boolean> = {
  String: (value) => typeof value === 'string',
  Integer: (value) => Number.isInteger(value),
  Float: (value) => typeof value === 'number',
  Boolean: (value) => typeof value === 'boolean',
  True: (value) => value === true,
  InputFile: (value) => isObject(value) && value.data instanceof Buffer,
};

function wrongLength(value: string, description: string): string[] {
  const said = /(\d+)-(\d+) (characters|bytes)/u.exec(description);
  if (!said) return [];
  // "after entities parsing" is looked at elsewhere: here markup counts, so only bytes are exact
  const length = said[3] === 'bytes' ? Buffer.byteLength(value) : value.length;
  const most = description.includes('after entities parsing') ? Number.POSITIVE_INFINITY : Number(said[2]);
  return length < Number(said[1]) || length > most ? [`${length} ${said[3]}, not ${said[1]}-${said[2]}`] : [];
}

function wrongAs(value: unknown, type: string, field: Field): string[] {
  if (type.startsWith('Array of ')) {
    if (!Array.isArray(value)) return ['no array'];
    return value.flatMap((item, i) => wrongAs(item, type.slice(9), field).map((wrong) => `[${i}] ${wrong}`));
  }
  const primitive = PRIMITIVES[type];
  if (primitive) {
    if (!primitive(value)) return [`no ${type}`];
    return typeof value === 'string' ? wrongLength(value, field.description) : [];
  }
  const described = spec().types[type];
  if (!described) return [`unknown type ${type}`];
  if (!isObject(value)) return [`no ${type}`];
  if (described.subtypes) return fewest(described.subtypes.map((subtype) => wrongAs(value, subtype, field)));
  return wrongFields(value, described.fields ?? []);
}

const fewest = (all: string[][]): string[] => all.sort((a, b) => a.length - b.length)[0] ?? [];

function wrongFields(value: Record<string, unknown>, fields: readonly Field[]): string[] {
  const unknown = Object.keys(value).filter((key) => !fields.some(({ name }) => name === key));
  const wrong = fields.flatMap((field) => {
    const given = value[field.name];
    if (given === undefined) return field.required ? [`${field.name} is missing`] : [];
    return fewest(field.types.map((type) => wrongAs(given, type, field))).map((what) => `${field.name}: ${what}`);
  });
  return [...unknown.map((key) => `unknown field ${key}`), ...wrong];
}

/** What the description has against a request; empty where it is not there. */
export function judge(method: string, params: Record<string, unknown>): string[] {
  if (!hasSpec) return [];
  const described = spec().methods[method];
  if (!described) return [`${method} is no method`];
  return wrongFields(params, described.fields ?? []).map((wrong) => `${method} by the description: ${wrong}`);
}

/** The same for what the fake sends. */
export const judgeUpdate = (update: Record<string, unknown>): string[] =>
  hasSpec ? wrongFields(update, spec().types.Update?.fields ?? []).map((wrong) => `update by the description: ${wrong}`) : [];
