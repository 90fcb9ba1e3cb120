import type { Form, Token } from './text.ts';

/** The ending ـًا, which a noun takes after كم and after numbers: كم جنديا, خمسين مدنيا. */
const ACCUSATIVE = /ا\u064b|\u064bا/u;
const COUNTS = new Set(['كم', 'وكم', 'فكم']);
const TENS = /^(?:و)?(?:عشر|.*(?:ون|ين))$/u;
const SHORTEST_NOUN = 4;

/** The same forms and those without the ending, where it is written or called for. */
export function withNominative(forms: Form[], raw: string, before: Token | undefined): Form[] {
  const isCalledFor = before !== undefined && (before.kind === 'number' || COUNTS.has(before.norm) || TENS.test(before.norm));
  if (!isCalledFor && !ACCUSATIVE.test(raw)) return forms;
  const bare = forms.flatMap((form): Form[] =>
    form.norm.length >= SHORTEST_NOUN && form.norm.endsWith('ا') ? [{ ...form, norm: form.norm.slice(0, -1) }] : [],
  );
  return bare.length > 0 ? [...forms, ...bare] : forms;
}
