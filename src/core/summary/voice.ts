import type { Language } from '../../db/schema/vocabulary.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { remembered } from '../gazetteer/remembered.ts';
import { createDays, type Days } from '../reply/days.ts';
import { FSI, PDI } from '../reply/isolates.ts';
import type { Inline } from '../reply/reply.ts';
import type { Translator } from '../reply/translator.ts';

/** Names and sentences in the language of the reply. */
export interface Voice {
  t: Translator;
  days: Days;
  language: Language;
  /** The one in the reply's language; the other one where it lacks, kept from reordering the sentence. */
  either(en: string | null, ar: string | null): string;
  /** A canonical actor name as sentences say it: "the SAA". */
  actor(name: string): string;
  /** As tables and labels say it: "SAA". */
  actorLabel(name: string): string;
  actors(names: readonly string[]): string;
  /** After "against" and "by": Arabic sound plurals stand in the genitive there. */
  actorsAfter(names: readonly string[]): string;
  /** A governorate or district that the store names in English. */
  unit(name: string): string;
  /** "a, b": things that stand together. */
  joined(parts: readonly string[]): string;
  /** "a; b": statements that stand apart. */
  apart(parts: readonly string[]): string;
  /** A ref, to be copied. */
  ref(ref: string): Inline[];
}

/** English names that stand with an article inside a sentence. */
const WITH_ARTICLE = /^(?:SAA|NDF|SDF|SNA|PMF|IRGC|Asayish)$|(?:Division|Corps|Brigade|Coalition|Army|Guard|Forces)$/u;

/** جامعو الكمأة → جامعي الكمأة, مدنيون → مدنيين: the first word carries the case. */
const genitive = (name: string) =>
  name.replace(
    /^(\p{Script=Arabic}{3,})(?:ون(?=\s|$)|و(?=\s))/u,
    (ending, stem: string) => stem + (ending.endsWith('ن') ? 'ين' : 'ي'),
  );

const chain = (message: 'joined' | 'joined-apart', parts: readonly string[], t: Translator) =>
  parts.filter((part) => part !== '').reduce((all, part) => (all === '' ? part : t(message, { all, part })), '');

/** English names that are no proper names. */
const COMMON = /^(?:Pro-government|Government|Opposition|Jihadist) /u;

/** Arabic names of governorates and districts; a governorate's before that of a district of its name. */
const arabicUnits = remembered(({ places }: Gazetteer) => {
  const units = new Map<string, string>();
  for (const { kind, name, nameAr } of places.values()) {
    if (kind === 'governorate' || (kind === 'district' && !units.has(name))) units.set(name, nameAr);
  }
  return units;
});

export function createVoice(t: Translator, gazetteer: Gazetteer): Voice {
  const { language } = t;
  const actor = (name: string) => {
    if (language === 'ar') return t.quote(gazetteer.actorNamed(name)?.nameAr ?? name);
    if (WITH_ARTICLE.test(name)) return t.quote(`the ${name}`);
    return t.quote(COMMON.test(name) ? name.slice(0, 1).toLowerCase() + name.slice(1) : name);
  };
  const actorLabel = (name: string) => (language === 'ar' ? actor(name) : t.quote(name));
  const unit = (name: string) => {
    if (language === 'en') return t.quote(name);
    return t.quote(arabicUnits(gazetteer).get(name) ?? name);
  };
  return {
    t,
    days: createDays(t),
    language,
    either: (en, ar) => t.quote((language === 'ar' ? (ar ?? en) : (en ?? ar)) ?? ''),
    actor,
    actorLabel,
    actors: (names) => t.list(names.map(actor)),
    actorsAfter: (names) => t.list(names.map((name) => genitive(actor(name)))),
    unit,
    joined: (parts) => chain('joined', parts, t),
    apart: (parts) => chain('joined-apart', parts, t),
    ref: (ref) => {
      const code: Inline = { style: 'code', text: ref };
      return language === 'ar' ? [FSI, code, PDI] : [code];
    },
  };
}
