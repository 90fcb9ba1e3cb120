import { describe, expect, it } from 'vitest';
import { connect } from '../../src/db/client.ts';
import { createLog } from '../../src/log.ts';
import { createCore } from '../../src/main.ts';
import { createMediaIntake } from '../../src/media-intake.ts';
import { person, textOf } from '../support/core.ts';
import { factsStore } from '../support/store.ts';
import { freshVault } from '../support/vault.ts';

const QUESTION = 'attacks near Sukhnah in April 2023';

describe('questions beside a replica', () => {
  it('are answered by it, and by the store itself where it cannot', async () => {
    const [main, copy] = [await factsStore(), await factsStore()];
    // the copy can be told apart: it holds nothing
    await copy.sql`update incident set status = 'archived'`;
    const replica = connect(copy.url);
    const lines: string[] = [];
    const log = createLog('warn', { write: (line: string) => lines.push(line) });
    const core = await createCore(main, freshVault(), log, createMediaIntake([]), replica);
    const ana = person(core);
    expect(textOf(await ana.says(QUESTION))).toContain('No record');
    await replica.close();
    expect(textOf(await ana.says(QUESTION))).toContain('8 April 2023');
    expect(lines.join('')).toContain('replica_trouble');
    expect(lines.join('')).not.toContain('Sukhnah');
  });
});
