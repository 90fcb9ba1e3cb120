/** What analysts ask, one of each kind and in both languages; all days are before `ASKED_ON`. */
export const QUESTIONS = [
  'attacks near Sukhnah in April 2023',
  'how many attacks in Homs, Hama and Deir ez-Zor in March 2023',
  'what happened near Kabajib on 17 May 2020',
  'who claimed the ambush near Mount Bishri in April 2019',
  'attacks on Liwa al-Quds since 2019',
  'how many people were killed in SDF areas in 2021',
  'ISIS attacks in the Badia by month in 2023',
  'compare Homs and Deir ez-Zor in 2023',
  'the deadliest attack in Deir ez-Zor since 2019',
  'last five IED attacks east of Palmyra',
  'attacks along the Euphrates in 2020 except ambushes',
  'confirmed attacks on buses in 2023',
  'هجمات قرب السخنة في نيسان 2023',
  'كم عدد القتلى في حمص عام 2023',
  'هجمات داعش في البادية شهريا في 2023',
  'الهجمات على لواء القدس منذ 2019',
] as const;
export const ASKED_ON = '2024-06-12';
