import type { Party } from '../../../db/schema/vocabulary.ts';

/** Whose they are where the word itself says it, and how many where its form does: a soldier, جنديين. */
export interface Counted {
  party: Party | null;
  count: number | null;
}

const rows: readonly (readonly [Party | null, { one?: string; two?: string; many?: string }])[] = [
  [
    'government',
    {
      one: 'soldier solder soldjer conscript officer policeman cop جندي عسكري ضابط مجند شرطي',
      two: 'جنديين ضابطين شرطيين',
      many: 'soldiers solders soldjers conscripts officers policemen troops جنود عساكر ضباط مجندين عسكريين',
    },
  ],
  [
    'civilians',
    {
      one: 'civilian shepherd herder driver worker farmer villager woman girl child kid boy teacher doctor wife civlian sheperd shepard مختار موظف موظفة معلم معلمة استاذ دكتور مهندس طالب زوجته زوجتو مرتو مرته زوجة مدني راعي راع سائق سايق شوفير عامل فلاح امرأة مرأة مرة مرا طفل طفلة ولد بنت',
      two: 'راعيين سائقين سايقين عاملين فلاحين امرأتين طفلين طفلتين ولدين بنتين مرتين',
      many: 'civilians civlians sheperds shepards shepherds herders drivers workers farmers villagers women girls children kids boys hunters pickers gatherers مدنيين مدنيون رعيان رعاة سائقين عمال فلاحين نسوان نساء أطفال ولاد أولاد بنات أهالي',
    },
  ],
  [
    null,
    {
      one: 'man person guy fighter member militant gunman neighbour neighbor son brother cousin elder someone somebody شخص زلمة رجل رجال عنصر عنصرا مسلح مقاتل شب شاب جار جاري ابن ابنو ابنه أخ أخي خيي اخوي خي شيخ واحد',
      two: 'رجلين شخصين عنصرين زلمتين شابين شبين أخوين',
      many: 'men people persons ppl guys fighters members militants gunmen elements others أشخاص عناصر مسلحين مقاتلين شباب رجال ناس نفر زلم زلام آخرين',
    },
  ],
];

const FORMS = [
  ['many', null],
  ['two', 2],
  ['one', 1],
] as const;

/** Folding is the caller's: words are looked up as tokens are folded. */
export const countedPeople = (fold: (word: string) => string): ReadonlyMap<string, Counted> =>
  new Map(
    rows.flatMap(([party, forms]) =>
      FORMS.flatMap(([form, count]) =>
        (forms[form] ?? '')
          .split(' ')
          .flatMap((word): [string, Counted][] => (word === '' ? [] : [[fold(word), { party, count }]])),
      ),
    ),
  );

/** Words for the dead and hurt whose form says how many: قتيل one, قتيلين two, قتلوه him. */
export const COUNTED_TOLLS: Readonly<Record<string, number>> = {
  قتيل: 1,
  قتيلا: 1,
  شهيد: 1,
  شهيدا: 1,
  جريح: 1,
  جريحا: 1,
  مصاب: 1,
  اسير: 1,
  مفقود: 1,
  جثه: 1,
  body: 1,
  قتلوه: 1,
  قتلوها: 1,
  ذبحوه: 1,
  دبحوه: 1,
  خطفوه: 1,
  خطفوها: 1,
  اعتقلوه: 1,
  قتيلين: 2,
  شهيدين: 2,
  جريحين: 2,
  جثتين: 2,
};
