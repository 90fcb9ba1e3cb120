import { beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../../src/core/core.ts';
import type { Reply } from '../../src/core/reply/reply.ts';
import { button, buttonsOf, coreOfShippedFacts, type Person, person, textOf } from '../support/core.ts';
import { deskOf, incidentIn, moderator, saved, TODAY } from './desk.ts';

let core: Core;
let ana: Person;
let desk: ReturnType<typeof deskOf>;
let samar: Person;
let reader: Person;
beforeAll(async () => {
  core = await coreOfShippedFacts();
  ana = moderator(core, 'ana');
  desk = deskOf(core, ana);
  samar = moderator(core, 'samar');
  reader = person(core, { name: 'reader', today: TODAY });
  await samar.says('/language ar');
});

const file = async (ref: string, language: 'en' | 'ar' = 'en') =>
  textOf(await (language === 'en' ? reader : samar).says(`/incident ${ref}`));
/** What is offered, but for nothing. */
const offered = (reply: Reply) => buttonsOf(reply).map(({ command }) => command);

describe('a summary', () => {
  it('that was made of the fields follows them, in both languages, and goes back with them', async () => {
    const ref = await desk.published('On 2 May 2025 ISIS attacked a checkpoint near Arak, 4 soldiers killed');
    const shown = await ana.says(`/change ${ref} casualties 6 soldiers killed`);
    expect(textOf(shown)).toMatch(/English summary\s+Then: .*6 killed/u);
    expect(textOf(shown)).toMatch(/Arabic summary\s+Then: .*6/u);
    await ana.presses(button(shown, 'rewrite'));
    expect(await file(ref)).toContain('near Arak: 6 killed');
    expect(await file(ref, 'ar')).toContain('قرب أراك: القتلى: 6');
    await saved(ana, `/change ${ref} place near Palmyra`);
    expect(await file(ref, 'ar')).toContain('قرب تدمر: القتلى: 6');
    await ana.says(`/undo ${ref}`);
    await ana.says(`/undo ${ref}`);
    expect(await file(ref)).toContain('near Arak: 4 killed');
  });

  it('that a person wrote stays, and the preview says so with the command that changes it', async () => {
    const ref = await desk.written('On 3 May 2025 ISIS ambushed a patrol near Arak, 2 soldiers killed');
    const shown = await ana.says(`/change ${ref} casualties 5 soldiers killed`);
    expect(textOf(shown)).toContain('Somebody wrote the English summary; it stays as it is: “On 3 May');
    expect(textOf(shown)).toContain(`/change ${ref} summary-en`);
    expect(textOf(shown)).not.toContain('wrote the Arabic summary');
    await ana.presses(button(shown, 'rewrite'));
    expect(await file(ref)).toContain('2 soldiers killed');
    expect(await file(ref, 'ar')).toContain('القتلى: 5');
    await saved(ana, `/change ${ref} summary-en An ambush near Arak left five soldiers dead`);
    await saved(ana, `/change ${ref} summary-ar كمين قرب أراك قتل خمسة جنود`);
    expect(await file(ref)).toContain('left five soldiers dead');
    expect(await file(ref, 'ar')).toContain('كمين قرب أراك قتل خمسة جنود');
    expect(textOf(await ana.says(`/change ${ref} date 4 May 2025`))).toContain('wrote the Arabic summary');
  });

  it('of a tip is set for each language', async () => {
    const { ref: tip } = await desk.told('On 4 May 2025 ISIS attacked a checkpoint near Arak, 4 soldiers killed');
    await saved(ana, `/edit ${tip} summary An attack on a checkpoint left four dead`);
    await saved(ana, `/edit ${tip} ملخص-عربي هجوم على حاجز قتل أربعة`);
    expect(textOf(await ana.says(`/edit ${tip} killed 5`))).toContain('The team wrote the summary; it stays');
    const ref = incidentIn(textOf(await ana.says(`/approve ${tip} publish`)));
    expect(await file(ref)).toContain('left four dead');
    expect(await file(ref, 'ar')).toContain('هجوم على حاجز قتل أربعة');
  });
});

describe('a correction that changes nothing', () => {
  it('is neither offered nor saved', async () => {
    const ref = await desk.written('On 5 May 2025 ISIS ambushed a patrol near Arak, 2 soldiers killed');
    const [date, place, toll, status] = await Promise.all(
      ['date 5 May 2025', 'place near Arak', 'casualties 2 soldiers killed', 'status published'].map((what) =>
        ana.says(`/change ${ref} ${what}`),
      ),
    );
    for (const reply of [date, place, toll, status]) {
      expect(textOf(reply as Reply)).toContain('That changes nothing');
      expect(offered(reply as Reply)).not.toContain('rewrite');
    }
    expect(textOf(await ana.says(`/rewrite ${ref} casualties 2 soldiers killed`))).toContain('Nothing is saved');
    expect(await file(ref)).toContain('Version of the record: 1');
    const { ref: tip } = await desk.told('On 6 May 2025 ISIS attacked a checkpoint near Arak, 4 soldiers killed');
    expect(textOf(await ana.says(`/edit ${tip} place near Arak`))).toContain('That changes nothing');
    expect(textOf(await samar.says(`/edit ${tip} مكان قرب أراك`))).toContain('لا يغيّر شيئاً');
  });
});

describe('a field', () => {
  it('is named as people name it, in both languages', async () => {
    const { ref: tip } = await desk.told(
      'On 7 May 2025 ISIS attacked a checkpoint near Arak, 4 soldiers killed, 2 soldiers wounded',
    );
    for (const [said, value, read] of [
      ['attacker', 'the SDF', 'the SDF'],
      ['perpetrator', 'the SDF', 'the SDF'],
      ['where', 'near Palmyra', 'near Palmyra'],
      ['when', '8 May 2025', '8 May 2025'],
      ['killed', '5', '5 killed (government side), 2 wounded (government side)'],
      ['wounded', '3', '4 killed (government side), 3 wounded (government side)'],
      ['how', 'ambush', 'ambush'],
    ]) {
      expect(textOf(await ana.says(`/edit ${tip} ${said} ${value}`)), said).toContain(`Then: ${read}`);
    }
    for (const [said, value, read] of [
      ['القتلى', '5', 'القتلى: 5'],
      ['جرحى', '٣', 'الجرحى: 3'],
      ['المكان', 'قرب تدمر', 'قرب تدمر'],
      ['متى', '8 أيار 2025', '8 أيار 2025'],
      ['الفاعل', 'قسد', 'قسد'],
    ]) {
      expect(textOf(await samar.says(`/edit ${tip} ${said} ${value}`)), said).toMatch(new RegExp(`بعدها: .*${read}`, 'u'));
    }
  });

  it('that is none is answered with those that there are', async () => {
    const ref = await desk.written('On 8 May 2025 ISIS ambushed a patrol near Arak, 2 soldiers killed');
    expect(textOf(await ana.says(`/change ${ref} colour red`))).toMatch(
      /“?colour”? is no field.*date, place, attackers.*killed/u,
    );
    expect(textOf(await samar.says(`/change ${ref} لون أحمر`))).toMatch(/ليس حقلاً.*تاريخ.*مكان.*قتلى/u);
  });
});

describe('a place', () => {
  it.each([
    ['12 km south of Sukhnah', '12 km south of As-Sukhnah', 34.78, 38.87],
    ['12 km southeast of Sukhnah', '12 km southeast of As-Sukhnah', 34.81, 38.96],
    ['١٢ كم جنوب السخنة', '12 km south of As-Sukhnah', 34.78, 38.87],
    ['على بعد 12 كم شمال غرب السخنة', '12 km northwest of As-Sukhnah', 34.96, 38.78],
  ])('“%s” keeps its distance and its bearing', async (said, name, lat, lon) => {
    const ref = await desk.written('On 9 May 2025 ISIS ambushed a patrol near Arak, 2 soldiers killed');
    const shown = await ana.says(`/change ${ref} place ${said}`);
    expect(textOf(shown)).toMatch(/(?:Then|بعدها): 12 (?:km|كم)/u);
    expect(textOf(shown)).not.toMatch(/Not used|لم يُستعمل/u);
    await ana.presses(button(shown, 'rewrite'));
    const read = await file(ref);
    expect(read).toContain(`${name}, Homs (to within 25 km)`);
    expect(read).toContain(`Point: ${lat.toFixed(2)}, ${lon.toFixed(2)}`);
    expect(await file(ref, 'ar')).toMatch(/12 كم (?:جنوب|شمال)/u);
    expect(textOf(await reader.says('attacks within 20 km of Sukhnah on 9 May 2025'))).toContain(ref);
  });

  it('given as a point is shown as one', async () => {
    const { ref: tip } = await desk.told('On 10 May 2025 ISIS attacked a checkpoint near Arak, 4 soldiers killed');
    expect(textOf(await ana.says(`/edit ${tip} place 34.801, 38.902`))).toContain('Then: As-Sukhnah (34.80, 38.90)');
  });

  it('says what of it is left over before it is saved', async () => {
    const ref = await desk.written('On 10 May 2025 ISIS ambushed a patrol near Arak, 2 soldiers killed');
    expect(textOf(await ana.says(`/change ${ref} place near Sukhnah by the zzyzx`))).toMatch(/Not used: .*zzyzx/u);
    expect(textOf(await ana.says(`/change ${ref} place near Sukhnah on 3 May 2025`))).toMatch(/Not used: .*3 May 2025/u);
    expect(textOf(await ana.says(`/change ${ref} casualties 5 soldiers killed, 3 martians`))).toMatch(/Not used: .*martians/u);
    expect(textOf(await ana.says(`/change ${ref} casualties 5 soldiers killed and 3 wounded`))).not.toContain('Not used');
    expect(textOf(await ana.says(`/change ${ref} place south of Sukhnah`))).toMatch(/Not used: .*south of/u);
    expect(textOf(await ana.says(`/change ${ref} place 300 km south of Sukhnah`))).toMatch(/Not used: .*south of/u);
    expect(textOf(await ana.says(`/change ${ref} place near Sukhnah, Homs`))).not.toContain('Not used');
  });
});

describe('the reason of a correction', () => {
  it('is said with it, shown, and told by the history', async () => {
    const ref = await desk.written('On 11 May 2025 ISIS ambushed a patrol near Arak, 2 soldiers killed');
    const shown = await ana.says(`/change ${ref} killed 3 because SOHR counted one more`);
    expect(textOf(shown)).toMatch(/Then: 3 killed[\s\S]*Reason: SOHR counted one more/u);
    expect(textOf(shown)).not.toContain('Not used');
    await ana.presses(button(shown, 'rewrite'));
    await saved(samar, `/change ${ref} المكان قرب السخنة لأن المصدر صحّحه`);
    const history = textOf(await ana.says(`/history ${ref}`));
    expect(history).toContain('Reason: SOHR counted one more');
    expect(history).toContain('المصدر صحّحه');
    await saved(ana, `/change ${ref} summary-en Three died because the road was mined`);
    expect(await file(ref)).toContain('because the road was mined');
  });

  it('is not asked for on a tip that is decided: nothing is offered there', async () => {
    const { ref: tip } = await desk.told('On 12 May 2025 ISIS attacked a checkpoint near Arak, 4 soldiers killed');
    await ana.says(`/decline ${tip}`);
    const reply = await ana.says(`/edit ${tip} killed 5`);
    expect(textOf(reply)).toContain('That cannot be done: the tip is declined');
    expect(offered(reply)).not.toContain('revise');
  });
});
