import { clean, defang } from '../reply/text-safety.ts';

/** Stands where something was that leads to somebody. */
export const REMOVED = '▒▒▒';

/** A day is no number to call: 2023-04-27, 27-4-2023, ٢٧/٤/٢٣. */
const DAY = '\\p{Nd}{1,4}[-/]\\p{Nd}{1,2}[-/]\\p{Nd}{1,4}(?!\\p{Nd})';

/** What leads to a person: links of accounts, numbers to call, ids of accounts, and the name that somebody gives as theirs. */
const LEADS: readonly RegExp[] = [
  /\b(?:(?:https?|hxxps?)(?::|\[:\])\/\/)?(?:www\.)?(?:t|telegram|wa|discord|fb|facebook|instagram|twitter|x)(?:\.|\[\.\])(?:me|com|gg|org)\/\S+/giu,
  /<@[!&]?\d+>/gu,
  // seven digits or more, however they are grouped
  new RegExp(`(?<![\\p{Nd}.])(?!${DAY})\\+?\\p{Nd}(?:[\\s()-]{0,2}\\p{Nd}){6,}`, 'gu'),
  /(?<=(?<!\p{L})(?:[Mm]y name is|[Mm]y name's|I am called|اسمي|إسمي|معكم|معك)\s{1,3})\p{L}[\p{L}\p{M}'’-]{0,40}(?:\s\p{Lu}[\p{L}'’-]{0,40}|\s(?:ال|أبو |ابو |بن )[\p{L}\p{M}]{1,40})?/gu,
];

/** "أنا سامر من حارة الشيخ": who, and where from. Without the second, أنا is followed by what somebody saw or did. */
const WHO_FROM_WHERE =
  /(?<=(?<!\p{L})[أا]نا\s{1,3})\p{L}[\p{L}\p{M}]{0,40}\s{1,3}من\s{1,3}(?:حارة|حي|عشيرة|آل|أهل|اهل|سكان)\s{1,3}\p{L}[\p{L}\p{M}]{0,40}/gu;

/** An address or an account: a word with an @ in it. */
const ACCOUNT = /@[\p{L}\p{N}_.]{2}/u;

/** A point to a hundredth of a degree, about a kilometre, as pins are shown: where exactly somebody stood is for nobody to read. */
const DEGREES = /(?<![\p{Nd}.٫])(\p{Nd}{1,3}[.٫]\p{Nd}{2})\p{Nd}{2,}/gu;
/** 34°52'36.4" and 34° 52.607': to the minute. */
const MINUTES =
  /(\p{Nd}{1,3}\s?[°º]\s?\p{Nd}{1,2})(?:[.٫]\p{Nd}+)?(\s?['′’])(?:\s?\p{Nd}{1,2}(?:[.٫]\p{Nd}+)?\s?(?:["″”]|['′’]{2}))?/gu;

const roughly = (text: string): string => text.replace(DEGREES, '$1').replace(MINUTES, '$1$2');

const masked = (text: string): string =>
  [...LEADS, WHO_FROM_WHERE]
    .reduce((left, lead) => left.replace(lead, REMOVED), roughly(text))
    .replace(/[^\s<>]+/gu, (word) => (ACCOUNT.test(word) ? REMOVED : word));

/** Each pass takes something away or changes nothing. */
const MOST_PASSES = 8;

/**
 * A contact's words as people of the team read them: harmless as text, no link that can be followed, nothing that leads to the sender, to a
 * fixed point. What they wrote stays sealed as it was.
 */
export function forPeople(text: string): string {
  let now = text;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const next = defang(masked(clean(now)));
    if (next === now) break;
    now = next;
  }
  return now;
}
