import type { Tactic, Value } from '../../question/finding.ts';
import type { Wordings } from '../../question/lexicon/lexicon.ts';

/** Wordings of somebody who was there, beside those of questions; the pattern language is that of question/phrases.ts. */

/** It happened today. */
export const TODAY: Wordings = [
  'just? now|minutes',
  'right now',
  'at the moment',
  'a? few|couple of? minutes|hours ago',
  'an|one|half hour ago',
  '{number} hours|minutes|hrs|mins ago',
  'this|since morning|afternoon|evening|noon|dawn',
  'since this morning',
  'هلق|هلأ|هلا|هلئ|الآن|الحين|حاليا|توا|هسع|هسه',
  'من|قبل شوي|شوية|ساعة|ساعتين|دقايق|دقائق|قليل',
  'من {number} ساعات|دقايق|دقائق|ساعة|دقيقة',
  'من|قبل نص|نصف|ربع ساعة',
  'قبل {number} ساعات|دقايق|دقائق|ساعة|دقيقة',
  'من? الصبح|الصباح',
  'اليوم? الصبح|الظهر|العصر|الفجر',
  'الصبح|الفجر|الظهر|العصر اليوم',
  'هالصبح|هالليلة',
];

/** In the night before this day: its evening or its first hours. */
export const LAST_NIGHT: Wordings = [
  'last night|nite|nyt',
  'yesterday|yday night|nite',
  'ليلة|ليل أمس|مبارح|امبارح|البارحة',
  'مبارح|امبارح|أمس|البارحة بالليل|ليلا|الليل',
  'الليلة الماضية',
];

type Told = Exclude<Value, { kind: 'time' }>;
const event = (tactics: Tactic[], form: 'past' | 'passive' | 'deed' = 'past'): Told => ({
  kind: 'event',
  tactics,
  form,
  subject: 'attacks',
});

export const TOLD: readonly (readonly [Told, Wordings])[] = [
  [event([]), ['hit|hits', 'attak|attaked|atacked', 'ضربو|ضربوا|هجمو|هجموا|هجم|هجمت|هاجمو|دعسوا|طلعوا']],
  [event(['clash']), ['fighting', 'firefight|fire -? fight', 'gun -? fight|battle', 'عم? يتقاتلوا|يشتبكوا', 'تبادل نار']],
  [event(['landmine']), ['mine|landmine went off', 'stepped on? a? mine|landmine', 'انفجر|فجر فيهن|فيهم|فيه|فيها|عليهم لغم']],
  [event(['ied']), ['explosion|explosions|blast|blasts heard', 'went off']],
  [
    event(['airstrike']),
    [
      'plane|planes|jet|jets|warplane|warplanes|aircraft|airplane|airplanes bomb|bombs|bombed|bombing|bombard|hit|hits|strike|struck',
    ],
  ],
  [
    event(['execution']),
    ['throat|throats cut|slit', 'cut|cutting his|their head|heads', 'مقطوعة|مقطوع ال? راس|الراس|رأس|الرأس', 'دبحوا|دبحو|دبحوه'],
  ],
  [event(['kidnapping']), ['خطفو|خطفوا|خطفوه|خطفوهم']],
  [event(['assassination']), ['assasinated', 'اغتالو']],
  [event(['assassination'], 'deed'), ['assasination|assassinat']],
  [
    event(['false_checkpoint'], 'deed'),
    ['fake|false|flying check -? point', 'fake|false|flying chekpoint|checkpoin|chkpoint|chekpoints', 'حاجز طيار|وهمي|مؤقت'],
  ],
  [event(['arson']), ['burned|burnt|burning|torched', 'set fire to|on?', 'حرقو|حرقوا|يحرقوا|يحرقو|احرقوا|ولعوا|ولعو']],
  [
    event(['livestock_raid'], 'deed'),
    [
      'sheep|livestock|goats|cattle stolen',
      'stole|took|stealing|taking|steal|take {number}? sheep|livestock|goats|cattle|cows',
      'سرقو|سرقوا|نهبوا|نهبو|اخدوا|اخدو|ساقوا|ساقو {number}? راس? غنم|الغنم|غنمات|مواشي|حلال|الحلال',
    ],
  ],
  [event(['looting'], 'deed'), ['looted|looting', 'نهبوا|نهبو|سلبوا']],
  [
    { kind: 'toll', field: 'killed', form: 'passive' },
    ['buried', 'دفنا|دفنوا|دفنو', 'ماتو|استشهدو|مات', 'راح ضحيته|ضحيتها|ضحيتو', 'lost|lost', 'خسر|خسرت|خسروا'],
  ],
  [{ kind: 'toll', field: 'missing', form: 'passive' }, ['lost contact with?', 'انقطع الاتصال مع|ب?', 'فقد|فقدوا الاتصال مع|ب?']],
  [
    { kind: 'toll', field: 'killed', form: 'noun' },
    ['body|bodies|corpse|corpses', 'martyr|martyrs', 'قتيلين|قتيلان|شهيدين|شهيدان', 'جثة|جثث|جثتين|جثامين', 'شهدا'],
  ],
  [
    { kind: 'toll', field: 'killed', form: 'past' },
    ['قتلو|قتلوهم|قتلوه|قتلوها|ذبحوه|دبحوه', 'martyred|slaughtered', 'they kill|killd|shoot dead?', 'shot dead', 'gunned down'],
  ],
  [
    { kind: 'toll', field: 'wounded', form: 'passive' },
    [
      'hurt|wounded|injured',
      'واصيب|واصيبت|اصيبت|انصابوا|انصابو|انصابت|جرحت|تصاوب|تصاوبوا|تصاوبو|تصاوبت|انصاب',
      'صاب|صابو|صابوا|صابت',
    ],
  ],
  [{ kind: 'toll', field: 'wounded', form: 'noun' }, ['مصاوب|مصاوبين|متصاوب|متصاوبين', 'جريحين|جريحان|مصابين|مصابان']],
  [
    { kind: 'toll', field: 'captured', form: 'past' },
    ['took|taken|captured|seized', 'took|taken away', 'اخدوا|اخدو|اخذوا|أخذوا|ساقوا|ساقو|خطفو|واخد|واخدت|واخدو|واخدوا'],
  ],
  // the hour counts nobody
  [
    { kind: 'unsupported' },
    ['الساعة {number}', '{number} am|pm', "{number} o'clock", 'at {number} am|pm', '{number} : {number} am|pm?'],
  ],
  [{ kind: 'quantity', op: '=', value: 2 }, ['اتنين|تنتين|اتنتين']],
  [{ kind: 'quantity', op: '>=', value: 12 }, ['dozens|dozen', 'عشرات|العشرات']],
  [{ kind: 'quantity', op: '>=', value: 2 }, ['several', 'a few', 'عدة|عدد من', 'كم']],
  [{ kind: 'quantity', op: '>=', value: 1 }, ['many|lots|some', 'a? lot of?', 'كتير|كثير|كتار|كثيرة|كثر']],
  [
    { kind: 'casualties', casualties: { field: 'killed_or_wounded', op: '=', value: 0 } },
    [
      'nobody|noone|none was|were|is? hurt|harmed|injured',
      'no one was|were|is? hurt|harmed|injured',
      'no body was|were|is|got? hurt|harmed|injured|dead|killed?',
      'ما في|فيه|كان? إصابات|ضحايا|خسائر',
      'ما حدا انصاب|تصاوب|تأذى|اتأذى|مات|انقتل',
      'محدا|ماحدا|ولا حدا انصاب|تصاوب|تأذى|اتأذى|مات|انقتل',
      'no injuries|casualties|victims',
    ],
  ],
  [
    { kind: 'casualties', casualties: { field: 'wounded', op: '=', value: 0 } },
    ['ما في|فيه|كان? جرحى|مصابين|جريح', 'no wounded|injured'],
  ],
  [
    { kind: 'casualties', casualties: { field: 'killed', op: '=', value: 0 } },
    ['ما في|فيه|كان? قتلى|شهداء|قتيل', 'no dead|deaths|fatalities'],
  ],
  // nobody is counted by what is not known
  [
    { kind: 'unsupported' },
    [
      'casualties|dead|losses unknown',
      'casualties|dead|losses not known|clear',
      'no idea about|of|if dead|killed|casualties|wounded',
      "dont|don't know about? dead|killed|casualties|wounded",
      'ما بعرف|منعرف عدد ال? قتلى|جرحى|ضحايا|شهداء',
    ],
  ],
  // things
  [
    { kind: 'unsupported' },
    [
      '{number} ambulance|ambulances|shells|mortars|rockets|missiles|shots|bullets|raids|strikes|explosions|motorbikes|bikes|motorcycles|tents|trees|km|kilometers|meters',
      '{number} + raids|strikes|shells|rockets',
      '{number} اسعاف|قذايف|قذائف|صواريخ|طلقات|غارات|ضربات|انفجارات|موتورات|دراجات|خيم|كيلو|كم|متر|سنين|سنة|سنوات',
      '{number} سيارات? اسعاف',
    ],
  ],
  // how many others is not said
  [
    { kind: 'unsupported' },
    ['nobody|noone|no one else was|were|is? hurt|killed|harmed|injured', 'ما حدا غيره|غيرو|غيرهم|تاني انصاب|مات'],
  ],
];
