import type { Assumption, Question } from '../question/question.ts';
import { PHRASES, type Saying, sentence, soughtKind } from './question-phrases.ts';
import { widerRadius } from './surroundings.ts';
import type { Voice } from './voice.ts';

const said = (slots: readonly (keyof typeof PHRASES)[], question: Question, saying: Saying) =>
  slots.map((slot) => {
    const phrase = PHRASES[slot];
    return typeof phrase === 'function' ? phrase(question, saying) : null;
  });

/** What narrows the incidents, in the order in which a sentence names it. */
const QUALIFIERS = [
  'target_objects',
  'means',
  'actors',
  'places',
  'sector',
  'country',
  'time',
  'time_of_day',
  'casualties',
  'evidence',
  'sources',
  'grades',
  'exclude',
  'ref',
] as const satisfies readonly (keyof Question)[];

/** How the answer is laid out. */
const LAYOUT = ['compare', 'group_by', 'order', 'limit', 'display', 'as_of'] as const satisfies readonly (keyof Question)[];

/** "by ISIS against the SAA near Palmyra (30 km) in April 2023"; null where nothing narrows it. */
export const scopeOf = (question: Question, saying: Saying): string | null =>
  sentence(said(QUALIFIERS, question, saying), saying.voice);

/** "attacks", "ambushes", "attacks (ambushes and raids)". */
export function soughtOf(question: Question, saying: Saying): string {
  const { t } = saying.voice;
  const what = t(`sought.${soughtKind(question)}`);
  const tactics = PHRASES.tactics(question, saying);
  return tactics === null ? what : t('tactics-listed', { what, tactics });
}

/** The same with a number: "3 ambushes". */
export function countedOf(n: number, question: Question, saying: Saying): string {
  const { t } = saying.voice;
  const what = t(`counted.${soughtKind(question)}`, { n });
  const tactics = PHRASES.tactics(question, saying);
  return tactics === null ? what : t('tactics-listed', { what, tactics });
}

const TIMES: readonly Question['group_by'][] = [null, 'day', 'week', 'month', 'quarter', 'year'];

/** A breakdown by anything but time is a list by it. */
const intentOf = ({ intent, group_by }: Question) => (intent === 'trend' && !TIMES.includes(group_by) ? 'list' : intent);

/** The whole question, said back. */
export function sayQuestion(question: Question, saying: Saying): string {
  const { t } = saying.voice;
  if (question.intent === 'help') return t('intent.help');
  const scope = scopeOf(question, saying);
  const plain = soughtOf(question, saying);
  const what = scope === null ? plain : t('and-more', { all: plain, part: scope });
  const { casualties } = question;
  const measure = casualties?.op === 'sum' || casualties?.op === 'avg' ? casualties.op : null;
  const asked = casualties && measure ? t(`measured.${measure}`, { whom: t(`whom.${casualties.field}`), what }) : what;
  // "number of people killed" needs no second "number of"
  const wrapped = measure && question.intent === 'count' ? asked : t(`intent.${intentOf(question)}`, { what: asked });
  return said(LAYOUT, question, saying).reduce<string>(
    (all, part) => (part === null ? all : t('joined', { all, part })),
    wrapped,
  );
}

/** Enough of a person's words to be recognised. */
const RECOGNISED = 60;
const shortened = (text: string) => {
  const letters = [...text];
  return letters.length > RECOGNISED ? `${letters.slice(0, RECOGNISED).join('')}…` : text;
};

type AssumptionOf<K extends Assumption['kind']> = Extract<Assumption, { kind: K }>;

const stretch = ({ from, to, ...rest }: { said: string; from: string | null; to: string }, { days, t }: Voice) => ({
  said: t.quote(rest.said),
  period: days.span({ from, to }),
});

const ASSUMPTIONS = {
  year: (a, voice) => voice.t('assumed.year', stretch(a, voice)),
  day_first: ({ said, day }, { t, days }) => t('assumed.day-first', { said, day: days.day(day) }),
  part_of_period: (a, voice) => voice.t('assumed.part-of-period', stretch(a, voice)),
  season: (a, voice) => voice.t('assumed.season', stretch(a, voice)),
  calendar: (a, voice) => voice.t('assumed.calendar', stretch(a, voice)),
  radius: ({ place, km }, { t }, { places, relation }) => {
    const named = places.find(({ name }) => name === place);
    const shown = t.language === 'ar' ? (named?.name_ar ?? place) : place;
    const values = { place: shown, km, example: widerRadius(km) ?? km };
    return t(relation === null || relation === 'near' ? 'assumed.radius' : 'assumed.radius-around', values);
  },
  spelling: ({ said, name, name_ar }, { t, either }) => t('assumed.spelling', { said, name: either(name, name_ar) }),
  role: ({ actor, role }, { t, actorLabel }) => t(`assumed.role-${role}`, { actor: actorLabel(actor) }),
  actor_meaning: ({ said, actor: name }, { t, actor }) => t('assumed.actor-meaning', { said, actor: actor(name) }),
  tactic_meaning: ({ said, tactic }, { t }) => t('assumed.tactic-meaning', { said, tactic: t(`tactic.${tactic}`) }),
  envelope: ({ from, to }, { t, days }) => t('assumed.envelope', { period: days.span({ from, to }) }),
  within: ({ place, within }, { t }, { places }) => {
    const shown = (name: string) => (t.language === 'ar' ? (places.find((p) => p.name === name)?.name_ar ?? name) : name);
    return t('assumed.within', { place: shown(place), within: shown(within) });
  },
  not_read: ({ said }, { t }) => t('assumed.not-read', { said: shortened(said) }),
  kept: ({ slots }, { t }) => {
    const known = slots.filter((slot) => slot in PHRASES).map((slot) => t(`slot.${slot}`));
    return known.length > 0 ? t('assumed.kept', { slots: t.list([...new Set(known)]) }) : null;
  },
} satisfies { [K in Assumption['kind']]: (assumption: AssumptionOf<K>, voice: Voice, question: Question) => string | null };

/** One sentence for each thing that was taken for granted, with the way to change it. */
export function sayAssumptions(assumptions: readonly Assumption[], question: Question, voice: Voice): string[] {
  const sentences = assumptions.flatMap((assumption) => {
    // TypeScript cannot see that an assumption's kind picks the sentence of that kind
    const say = ASSUMPTIONS[assumption.kind] as (a: Assumption, v: Voice, q: Question) => string | null;
    return say(assumption, voice, question) ?? [];
  });
  return [...new Set(sentences)];
}
