import type { Pin } from '../commands/speaker.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Assembly } from '../question/assemble/assembly.ts';
import type { QuestionReader } from '../question/pipeline.ts';
import { fold } from '../question/text.ts';
import type { Draft } from './draft.ts';
import { readDraft } from './read-draft.ts';
import { createReportRecognisers } from './report-recognisers.ts';

/** One message's words and the day on which they were written, Asia/Damascus. */
export interface Words {
  text: string;
  today: string;
}

export interface ReportReader {
  /** What somebody tells, sentence by sentence. */
  tell(words: Words): Assembly[];
  /** What the words and the pin state, and nothing else. */
  draft(told: { words: readonly Words[]; pin: Pin | null }): Draft;
  /** The same, which reads no words twice: for the time of one message and no longer, as it holds them. */
  remembering(): ReportReader;
}

/** Words that على is written onto in dialect, beside the names of places: عطريق, عالحاجز. */
const AFTER_ON = ['طريق', 'حاجز', 'جسر', 'قرية', 'مفرق', 'حقل', 'دراجة', 'موتور', 'موتورات', 'بيكاب', 'بيكابات', 'سيارة'];
/** Beginnings of words that have that letter by themselves. */
const OWN = /^ع(?:سكر|نصر|ناص|شير|شائ|بو|مل|مال|امل|ائل|رب|دد|ند|راق|ربي|بد|يد|ين)/u;
const SHORTEST = 3;
const ATTACHED = /(?<![\p{L}\p{N}])ع(ال)?(\p{Script=Arabic}+)/gu;

/** عهجين → على هجين, where what is left is the beginning of a place's name and the whole is not. */
function createDetacher(gazetteer: Gazetteer): (text: string) => string {
  const firstWords = new Set(
    [...gazetteer.places.values()]
      .flatMap(({ nameAr, spellings }) => [nameAr, ...spellings.map(({ text }) => text)])
      .flatMap((name) => fold(name).split(' ').slice(0, 1))
      .flatMap((word) => [word, word.replace(/^ال/u, '')])
      .filter((word) => word.length >= SHORTEST),
  );
  const known = new Set([...firstWords, ...AFTER_ON.map(fold)]);
  return (text) =>
    text.replace(ATTACHED, (whole: string, article: string | undefined, rest: string) => {
      if (OWN.test(fold(whole)) || firstWords.has(fold(whole)) || !known.has(fold(rest))) return whole;
      return `على ${article ?? ''}${rest}`;
    });
}

/** As whoever is in a hurry writes, and as those write it who wrote the tables of words. */
const WRITTEN: readonly (readonly [RegExp, string])[] = [
  // "place: bir qabaqib", "المكان: كباجب"
  [/(?<!\p{L})(?:place|location|loc|where)\s*[:=]\s*/giu, 'in '],
  [/(?<!\p{L})(?:المكان|الموقع|مكان)\s*[:=]\s*/gu, 'في '],
  [/(?<!\p{L})(?:time|day|date|when|اليوم|التاريخ|الوقت)\s*[:=]\s*/giu, ''],
  // 29.4 is a day, unless it is an hour or a measure
  [
    /(?<![\p{Nd}.:/]|\bat |الساعة )(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])(?![\p{Nd}]|\.\p{Nd}|\s*(?:km|am|pm|%|كم|كيلو|million|مليون))/giu,
    '$1/$2',
  ],
  // a cousin is one person
  [/(?<=\p{L}?)(ابن|بنت|ولد) (?:عم|خال|عمت|خالت)(?:ي|و|ه|ها|نا|هم)?(?!\p{L})/gu, '$1'],
];
const asWritten = (text: string): string => WRITTEN.reduce((now, [found, instead]) => now.replace(found, instead), text);

/** All tables are made here, once. */
export function createReportReader(reader: QuestionReader, gazetteer: Gazetteer): ReportReader {
  const also = createReportRecognisers();
  const detach = createDetacher(gazetteer);
  const make = (tell: ReportReader['tell']): ReportReader => ({
    tell,
    draft: ({ words, pin }) => readDraft({ sentences: words.flatMap(tell), pin }, gazetteer),
    remembering() {
      const known = new Map<string, Assembly[]>();
      return make((words) => {
        const key = `${words.today} ${words.text}`;
        const told = known.get(key) ?? tell(words);
        known.set(key, told);
        return told;
      });
    },
  });
  return make(({ text, today }) => reader.tell(detach(asWritten(text)), { now: today, also }));
}
