import { beforeAll, describe, expect, test } from 'vitest';
import { factsDesk } from './facts-desk.ts';
import { bishri, kabajib, march2023, nearSukhnah, onLiwaAlQuds, sdfAreas, yesterday } from './golden-questions.ts';

/** Read these texts as their readers would. */

let desk: Awaited<ReturnType<typeof factsDesk>>;
beforeAll(async () => {
  desk = await factsDesk();
});

const lines = (...text: string[]) => text.join('\n');

describe('in English', () => {
  test('attacks near Sukhnah in April', async () => {
    const { text, answer } = await desk.ask(nearSukhnah);
    expect(text).toBe(
      lines(
        '1 attack near As-Sukhnah (30 km) in April 2023: 6 killed.',
        '1. BDY-PW9J67 · 8 April 2023 · Sukhnah desert (Badia al-Sukhnah), Homs (to within 25 km)',
        '   ISIS (no claim known) against the SAA: 6 killed (government side)',
        '   Attack on SAA troops during a sweep in the desert of Sukhnah.',
        '   Evidence: weak · The Arab Wall, “Why ISIS Operations Against Al-Quds Brigade Increased in Syria?”, April 2023',
        '3 possible, not in the figures, as the place is known too vaguely:',
        '• BDY-ABYNDX · 4 April 2023 · Badia desert (wide area): joint figure only',
        '• BDY-2JZWRS · 5 April 2023 · Badia desert (wide area): joint figure only',
        '• BDY-THWQEZ · 6 April 2023 · Badia desert (wide area): joint figure only',
        'SOHR gives about 9 killed for these 3 together. It is in no figure above, as not all of them count for sure.',
        'It rests on a single source.',
        'Understood as: attacks near As-Sukhnah (30 km) in April 2023. “April” was read as April 2023, the most recent one: say a year to change it. Near As-Sukhnah was taken as within 30 km: say “within 50 km” to change it.',
        'Store version 22, asked on 2 May 2023.',
      ),
    );
    expect(answer.total).toMatchObject({ incidents: 1, possible: 3, killed: { low: 6, best: 6, high: 6, unknown: 0 } });
  });

  test('how many attacks in Homs, Hama and Deir ez-Zor in March 2023', async () => {
    const { text, answer } = await desk.ask(march2023);
    expect(text).toBe(
      lines(
        'No record of attacks in the governorates of Homs, Hama and Deir ez-Zor in March 2023.',
        'The store holds nothing at all from this period, whatever is asked; it does not mean that nothing happened.',
        'At any other time: 9 attacks, the latest on 8 April 2023.',
        'Published figures, never added to the store’s own:',
        '• Counter Extremism Project (CEP), March 2023, central Syria: Homs, Hama, Deir ez-Zor: about 35 attacks by ISIS; 9 killed (government and allied forces); 62 wounded (armed groups and civilians)',
        '  highest month since September 2021 and of 2023',
        '  From “Why ISIS Operations Against Al-Quds Brigade Increased in Syria?”',
        'The store itself holds no attacks for what was asked.',
        'Understood as: number of attacks in the governorates of Homs, Hama and Deir ez-Zor in March 2023.',
        'Store version 22, asked on 2 May 2023.',
      ),
    );
    expect(answer.total).toMatchObject({ incidents: 0, possible: 0 });
    expect(answer.statistics.map(({ metric, low, high }) => [metric, low, high])).toEqual([
      ['attacks', 35, 35],
      ['killed', 9, 9],
      ['wounded', 62, 62],
    ]);
  });

  test('what happened near Kabajib on 17 May 2020', async () => {
    const { text, answer } = await desk.ask(kabajib);
    expect(text).toBe(
      lines(
        '1 incident near Kabajib (30 km) on 17 May 2020: 7 to 8 killed and at least 13 wounded.',
        '1. BDY-DCCN64 · 17 May 2020 · Kabajib, on the Damascus-Deir ez-Zor road (to within 25 km)',
        '   ISIS (no claim known) against the Fifth Corps and pro-government tribal militia: 7 to 8 killed, at least 13 wounded and an unknown number captured (government side: 6 to 7 killed, at least 13 wounded and an unknown number captured; civilians: 1 killed)',
        '   Midday attack on positions of the Fifth Corps. The international road between Kabajib and al-Shula was cut for several hours, vehicles were burnt, and men were beheaded and captured. Seven dead and at least thirteen wounded on the government side; a woman with them was killed too, and the text leaves open whether she is one of the seven.',
        '   IranWire: seven dead and at least thirteen wounded, a woman killed, others captured (The text leaves open whether the woman is one of the seven: the total is 7 to 8)',
        '   Evidence: weak · IranWire, “ISIS Still Active in Syria and Iraq”, 21 May 2020',
        'It rests on a single source.',
        'Understood as: summary of incidents near Kabajib (30 km) on 17 May 2020. Near Kabajib was taken as within 30 km: say “within 50 km” to change it.',
        'Store version 22, asked on 2 May 2023.',
      ),
    );
    expect(answer.total).toMatchObject({ killed: { low: 7, high: 8 }, wounded: { low: 13, high: null } });
  });

  test('who claimed the ambush near Mount Bishri in April 2019', async () => {
    const { text } = await desk.ask(bishri);
    expect(text).toBe(
      lines(
        'Claimed by ISIS, through Amaq: 20 killed and an unknown number wounded (government side).',
        '• BDY-X27E82 · 18 April 2019 · Jabal Bishri (Mount Bishri), between Sukhnah and Deir ez-Zor (to within 25 km)',
        '  ISIS (claimed) against the SAA, pro-government militias and Liwa al-Quds: 20 killed and an unknown number wounded (government side)',
        '  Ambush and encirclement of the column that was looking for the men lost near al-Kawm: two units, some 500 fighters, were besieged.',
        '  Amaq (its own claim): 20 killed and some wounded',
        '  Liwa al-Quds Facebook page (on its own losses): a number of dead and wounded in the besieged units (The statement gives no figure)',
        '  Pro-regime social media accounts (on its own losses): at least 12 killed or missing, over 2 incidents together (One figure for two attacks; never added to either)',
        "  Evidence: fair · The Defense Post (DP), “ISIS steps up attacks on pro-Assad troops in Syria's Badia desert”, April 2019",
        'How: ambush and siege',
        'What was hit: convoys',
        'Type (ACLED): Battles / Armed clash',
        'Point: 35.40, 39.49',
        'Version of the record: 1',
        'The toll of BDY-X27E82 is the attacker’s own claim alone.',
        'Understood as: details of ambushes near Jabal al-Bishri (30 km) in April 2019. Near Jabal al-Bishri was taken as within 30 km: say “within 50 km” to change it.',
        'Store version 22, asked on 2 May 2023.',
      ),
    );
  });

  test('attacks on Liwa al-Quds since 2019', async () => {
    const { text, answer } = await desk.ask(onLiwaAlQuds);
    expect(text).toBe(
      lines(
        '7 attacks against Liwa al-Quds from 1 January 2019 to 12 June 2024: 75 killed.',
        'All counted losses are on one side: government side. By evidence: 1 fair and 6 weak.',
        '1. BDY-3BYV89 · between 14 and 17 April 2019, day not known · south of al-Mayadin, Deir ez-Zor: 10 killed',
        '2. BDY-X27E82 · 18 April 2019 · Jabal Bishri (Mount Bishri), between Sukhnah and Deir ez-Zor: 20 killed and an unknown number wounded',
        '3. BDY-9W3252 · some time in September 2022 · Tadmur area, east of Homs: 14 killed and an unknown number wounded',
        '4. BDY-ABYNDX · 4 April 2023 · Badia desert (wide area): joint figure only',
        '5. BDY-2JZWRS · 5 April 2023 · Badia desert (wide area): joint figure only',
        '6. BDY-THWQEZ · 6 April 2023 · Badia desert (wide area): joint figure only',
        '7. BDY-Z6N4XK · in the week of 13–20 April 2024, day not known · Syrian desert (Badia) (wide area): 22 killed',
        'SOHR gives about 9 killed for 3 incidents together (BDY-ABYNDX · BDY-2JZWRS · BDY-THWQEZ). It is in the total, once.',
        '9 published figures on other periods or areas are under “Sources”.',
        'The store’s records end on 20 April 2024, before the period does.',
        'Of these 7, 4 have no exact place and 2 no exact day.',
        'The toll of BDY-X27E82 is the attacker’s own claim alone.',
        'Understood as: attacks against Liwa al-Quds from 1 January 2019 to 12 June 2024.',
        'Store version 22, asked on 12 June 2024.',
      ),
    );
    const listed = answer.incidents.reduce((sum, { killed }) => sum + (killed.best ?? 0), 0);
    // the three that share a figure have none of their own: it is added once
    expect(answer.total?.killed.best).toBe(listed + 9);
  });

  test('how many people were killed in SDF areas in 2021', async () => {
    const { text } = await desk.ask(sdfAreas);
    expect(text).toBe(
      lines(
        'No record of incidents in the SDF-held areas in 2021.',
        'The store holds nothing at all from this period, whatever is asked; it does not mean that nothing happened.',
        'At any other time: 4 incidents, the latest on 18 May 2020.',
        'Published figures, never added to the store’s own:',
        '• Syrian Observatory for Human Rights (SOHR), 2021, SDF-held areas: Deir ez-Zor, al-Hasakah, Aleppo, Raqqa: 229 killed',
        '  Made up of: civilians 93 (of whom women 9, children 5), SDF and allied forces 136',
        '  From “ISIS resurgence in Syria”',
        'The store itself holds no incidents for what was asked. One published figure on another period or area is under “Sources”.',
        'Understood as: number of people killed in incidents in the SDF-held areas in 2021.',
        'Store version 22, asked on 2 May 2023.',
      ),
    );
  });

  test('what happened in Sukhnah yesterday', async () => {
    const { text, answer } = await desk.ask(yesterday);
    expect(answer.kind).toBe('nothing_found');
    expect(text).toBe(
      lines(
        'No record of incidents in As-Sukhnah on 1 May 2023.',
        'The store holds nothing at all from this period, whatever is asked; it does not mean that nothing happened.',
        'At any other time: 2 incidents, the latest on 8 April 2023.',
        'Understood as: summary of incidents in As-Sukhnah on 1 May 2023. As-Sukhnah was taken with 10 km around it: say “within 20 km” to change it.',
        'Store version 22, asked on 2 May 2023.',
      ),
    );
  });
});

test('each fits two screens of a phone', async () => {
  for (const asked of [nearSukhnah, march2023, kabajib, bishri, onLiwaAlQuds, sdfAreas, yesterday]) {
    for (const language of ['en', 'ar'] as const)
      expect((await desk.ask({ ...asked, language })).text.length).toBeLessThanOrEqual(1500);
  }
});
