import { fold } from '../question/text.ts';

/** The article as it is transliterated, before and after assimilation. */
const ARTICLES = new Set(
  'al el ul il ar as ash ad adh at ath az an aj ej ij es esh ech ach ed edh er et ett ez en enn eth ush ur ud ut uz un ou l all'.split(
    ' ',
  ),
);

/** Words that say what kind of thing a settlement is, in either language: dropped when something else is left. */
const GENERIC = new Set(
  (
    'the of town village city area region district subdistrict governorate province muhafazah countryside rural desert mount mountain mountains mt ' +
    'jabal jebel jebal djebel djabal gebel cebel river nahr airbase airport airfield airstrip base field fields gasfield oilfield ' +
    'gas oil plant refinery dam crossing border gate prison camp refugee idp pumping station road highway lake silos castle zone mine mines phosphate phosphates military mantiqah mintaqat ' +
    'nahiyah nahiya ' +
    'مدينه بلده قريه محافظه ريف ناحيه منطقه قضا جبل جبال نهر مطار قاعده حقل سد معبر سجن محطه ضخ طريق بحيره مخيم غاز للغاز نفط نفطي للنفط معمل منفذ صوامع قلعه منجم مناجم فوسفات عسكري جويه'
  ).split(' '),
);

/** Translated parts of names; the order in which they stand does not matter. */
const MODIFIERS = new Map(
  Object.entries({
    '<E>': 'eastern east sharqi sharqiyah sharqiya sharqiyeh sharki sharqieh charqi شرقي شرقيه شرق',
    '<W>': 'western west gharbi gharbiyah gharbiya gharbiyeh gharbieh غربي غربيه غرب',
    '<N>': 'northern north shamali shamaliyah shamaliya shamaliyeh shimali shmali شمالي شماليه شمال',
    '<S>': 'southern south janubi janubiyah janubiya janubiyeh junubi jnubi qibli qebli qibliyeh جنوبي جنوبيه جنوب قبلي قبليه',
    '<U>': 'upper fawqani foqani fuqani fuqa fawqa foqa fawqaniyah fokani ulya olya فوقاني فوقا فوقي فوقانيه عليا علوي',
    '<D>': 'lower tahtani tihtani tahta tahtaniyah sufla tehtani تحتاني تحتا تحتي تحتانيه سفلي سفلا',
    '<B>': 'big great greater large kabir kabirah kabira kabeera kabeer kbir kbira kbireh kabireh kubra kobra كبير كبيره كبري',
    '<L>': 'little small lesser saghir saghirah saghira saghireh sghir sghira sghireh sughra soghra sagheer صغير صغيره صغري',
  }).flatMap(([code, words]) => words.split(' ').map((word) => [word, code] as const)),
);

/** First parts of names that everyone spells otherwise: one shape each. */
const PARTS = new Map(
  Object.entries({
    tal: 'tall tell tel till',
    ayn: 'ain ein ayn een',
    dayr: 'deir der dair dir deyr',
    shaykh: 'sheikh sheik shekh cheikh shikh shaik shaikh',
    kafr: 'kafar kufr kfar kefr kafer',
    bayt: 'beit bait beyt',
    bir: 'biir beer well',
    jubb: 'jub jib jeb job joub jobb',
    abu: 'abou abo abul aboul abi bou bu albu albou',
    ابو: 'بو البو ابي ابا',
    umm: 'um om oum omm',
    tulul: 'tlul tilul tloul toulul toloul tulool',
    wadi: 'valley wady oued ouadi',
  }).flatMap(([shape, words]) => words.split(' ').map((word) => [word, shape] as const)),
);

export interface NameWords {
  script: 'latin' | 'arabic';
  /** Without articles and generic words, in order. */
  core: readonly string[];
  /** Codes of translated modifiers, sorted and joined. */
  modifiers: string;
  /** A generic word was left out: "Homs Governorate", "Mount Bishri". */
  shortened: boolean;
}

const ARABIC = /[\u0620-\u06ff]/u;
const VOWEL = /[aeiou]/u;

/** After another word also before a vowel: Ras Alayn. */
const TIED_ARTICLE = /^[ae]l.{3}/u;

/** An article written together with its word: Assukhna, Ezzor, Alkawm; السخنة. */
export function withoutArticle(word: string): string {
  if (word.startsWith('ال')) return word.length >= 5 ? word.slice(2) : word;
  const [a, b, c] = word;
  if (!a || !b || !c || word.length < 5 || !VOWEL.test(a)) return word;
  if (b === c && 'dnrstz'.includes(b)) return word.slice(2);
  if (word.startsWith('ashsh') || word.startsWith('eshsh')) return word.slice(3);
  if ((a === 'a' || a === 'e') && b === 'l' && word.length >= 6 && !VOWEL.test(c) && c !== 'l') return word.slice(2);
  return word;
}

export const isArticle = (word: string): boolean => ARTICLES.has(word);

/** Apostrophes and the Arabic hamza are written or left out at will. */
const loose = (folded: string) => folded.replace(/['"ء]/gu, '');

const PLAIN_LATIN = /^[a-zA-Z' -]*$/u;

/** A name's words, folded; hyphens part them. */
export function splitName(name: string): string[] {
  if (PLAIN_LATIN.test(name)) return name.toLowerCase().replaceAll("'", '').split(/[ -]+/u).filter(Boolean);
  return loose(fold(name))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** What of a name, already split, tells it from others. */
export function nameWords(all: readonly string[]): NameWords {
  const script = all.some((word) => ARABIC.test(word)) ? 'arabic' : 'latin';
  const core: string[] = [];
  const modifiers: string[] = [];
  const generic: string[] = [];
  all.forEach((word, i) => {
    if (script === 'latin' && ARTICLES.has(word) && i < all.length - 1) return;
    const bare = i > 0 && TIED_ARTICLE.test(word) ? word.slice(2) : withoutArticle(word);
    const modifier = all.length > 1 ? MODIFIERS.get(bare) : undefined;
    if (modifier) modifiers.push(modifier);
    else if (all.length > 1 && GENERIC.has(bare)) generic.push(bare);
    else core.push(PARTS.get(bare) ?? bare);
  });
  const kept = core.length > 0 ? core : generic.length > 0 ? generic : all;
  return { script, core: kept, modifiers: modifiers.sort().join(''), shortened: kept === core && generic.length > 0 };
}
