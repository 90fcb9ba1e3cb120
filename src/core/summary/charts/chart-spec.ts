import type { Language } from '../../../db/schema/vocabulary.ts';

/** What a chart shows, already in words of its language. Values are counts; null: not known, which is no bar and not zero; a row that the total holds and no category fits is in `footer`. */
export interface ChartSpec {
  /** columns: a series in time (line where there are many points); ranking: names with bars beside them. */
  kind: 'columns' | 'ranking';
  language: Language;
  title: string;
  subtitle: string;
  /** Small print: sources, what is not drawn, the store's version. */
  footer: string;
  categories: string[];
  series: { name: string; values: (number | null)[] }[];
  /** The category whose period has not ended, drawn lighter, and the words that say so. */
  running: { index: number; note: string } | null;
}
