/**
 * Makes the pictures of docs/pictures.md from the shipped facts, each as a person would get it: a question, then /chart or /map.
 * Run: node scripts/run.mjs scripts/draw-pictures.ts
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import type { Invocation } from '../src/core/commands/command.ts';
import { createDispatch } from '../src/core/commands/dispatch.ts';
import { consoleSpeaker } from '../src/core/commands/speaker.ts';
import { createLog } from '../src/log.ts';
import { openDalil } from '../src/main.ts';
import { packageRoot } from '../src/package-root.ts';

const TODAY = '2024-06-12';

const PICTURES = [
  { name: 'trend-month', ask: 'attacks per month in 2019 and 2020', draw: 'chart' },
  { name: 'trend-month-ar', ask: 'عدد الهجمات شهريا بين كانون الثاني 2019 وكانون الأول 2020', draw: 'chart' },
  { name: 'trend-running-dark', ask: 'attacks per month since January 2023', draw: 'chart dark' },
  { name: 'by-governorate', ask: 'attacks by governorate since 2019', draw: 'chart' },
  { name: 'by-governorate-ar', ask: 'الهجمات حسب المحافظة منذ 2019', draw: 'chart dark' },
  { name: 'compare', ask: 'compare Homs and Deir ez-Zor since 2019', draw: 'chart' },
  { name: 'compare-ar', ask: 'قارن بين حمص ودير الزور منذ 2019', draw: 'chart' },
  { name: 'map-near', ask: 'attacks near Sukhnah since 2019', draw: 'map' },
  { name: 'map-near-ar', ask: 'هجمات ضمن 60 كم من السخنة منذ 2019', draw: 'map' },
  { name: 'map-in', ask: 'attacks in Deir ez-Zor since 2019', draw: 'map' },
  { name: 'map-in-dark-ar', ask: 'هجمات في دير الزور منذ 2019', draw: 'map dark' },
  { name: 'map-badia', ask: 'attacks in the Badia since 2019', draw: 'map' },
] as const;

const home = mkdtempSync(join(tmpdir(), 'dalil-pictures-'));
const config = { ...readConfig({}), home, databaseUrl: undefined };
const clock = () => new Date(`${TODAY}T09:00:00Z`);
const dalil = await openDalil({ config, log: createLog('silent'), say: () => {}, clock });
const folder = join(packageRoot, 'docs', 'pictures');
mkdirSync(folder, { recursive: true });
try {
  const dispatch = createDispatch(dalil.core);
  for (const { name, ask, draw } of PICTURES) {
    const who = { conversation: `console:${name}`, speaker: consoleSpeaker(name), cause: `console:${name}` };
    const invocation: Invocation = { ...who, role: 'member', today: TODAY, now: clock() };
    await dispatch(invocation, { text: ask });
    const { blocks } = await dispatch(invocation, { text: `/${draw}` });
    const [image] = blocks;
    if (image?.kind !== 'image') throw new Error(`no picture for ${name}: ${JSON.stringify(blocks)}`);
    writeFileSync(join(folder, `${name}.png`), image.png);
    process.stdout.write(`${name}: ${image.alternative}\n`);
  }
} finally {
  await dalil.close();
  rmSync(home, { recursive: true, force: true });
}
