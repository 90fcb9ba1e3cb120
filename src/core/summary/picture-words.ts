import { sayTotal } from './figures.ts';
import { sayScope } from './headline.ts';
import { countedOf, soughtOf } from './understood.ts';
import type { View } from './view.ts';

const first = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The words round a picture: what it is about, its figures, and what it takes to get them again. */
export function headlineText(view: View): { title: string; subtitle: string; stamp: string } {
  const { answer, question, saying, voice } = view;
  const { t, days } = voice;
  const figures = t('joined', { all: countedOf(answer.total.incidents, question, saying), part: sayTotal(answer.total, voice) });
  const possible = answer.total.possible;
  const values = { version: String(answer.store_version), day: days.day(answer.day) };
  return {
    title: first(t('and-more', { all: soughtOf(question, saying), part: sayScope(view) })),
    subtitle: possible > 0 ? t('picture-possible', { figures, n: possible }) : figures,
    stamp: answer.as_of === null ? t('stamp', values) : t('stamp-as-of', { ...values, past: days.day(answer.as_of) }),
  };
}
