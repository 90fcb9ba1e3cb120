/** What a contact does; `presses` names a button as it reads. */
export type Doing = { says: string } | { presses: string } | { sendsPhoto: true } | { sendsPin: { lat: number; lon: number } };

export interface Conversation {
  name: string;
  language: 'en' | 'ar';
  /** Discord has no pins. */
  only?: 'telegram';
  steps: readonly Doing[];
  /** The last of our messages holds it. */
  ends: string;
  /** The place that is understood in the end. */
  place: string;
}

/** Of a whole tip; docs/contacts.md shows how they go. */
export const CONVERSATIONS: readonly Conversation[] = [
  {
    name: 'One message, pasted',
    language: 'en',
    steps: [{ says: 'ISIS ambushed an army patrol near Sukhnah this morning, 3 soldiers killed' }],
    ends: 'That is all I need',
    place: 'As-Sukhnah',
  },
  {
    name: 'What is missing, and a correction in words',
    language: 'en',
    steps: [{ says: '3 soldiers killed by mine near kobajep today' }, { says: 'no, yesterday' }, { presses: 'Done' }],
    ends: 'this is complete',
    place: 'Kabajib',
  },
  {
    name: 'A photo first',
    language: 'en',
    steps: [{ sendsPhoto: true }, { says: 'trucks burned near Resafa now, 2 drivers dead' }, { presses: 'Done' }],
    ends: 'this is complete',
    place: 'Resafa',
  },
  {
    name: 'A location first',
    language: 'en',
    only: 'telegram',
    steps: [{ sendsPin: { lat: 34.89, lon: 38.87 } }, { says: 'clash here now, 1 soldier hurt' }, { presses: 'Done' }],
    ends: 'this is complete',
    place: 'As-Sukhnah',
  },
  {
    name: 'رسالة واحدة',
    language: 'ar',
    steps: [{ says: 'داعش هجمو ع حاجز للجيش قرب السخنة مبارح بالليل ٣ قتلى' }],
    ends: 'هذا كل ما أحتاجه',
    place: 'As-Sukhnah',
  },
  {
    name: 'تصحيح بالكلام',
    language: 'ar',
    steps: [{ says: 'انفجر لغم بسيارة رعيان قرب كباجب اليوم ماتو تنين' }, { says: 'مو اليوم، مبارح بالليل' }, { presses: 'تم' }],
    ends: 'البلاغ كامل',
    place: 'Kabajib',
  },
  {
    name: 'كلام قليل',
    language: 'ar',
    steps: [{ says: 'حرقو سيارة' }, { says: 'جنب الرصافة البارحة' }, { says: 'ما حدا انصاب' }],
    ends: 'هذا كل ما أحتاجه',
    place: 'Resafa',
  },
];
