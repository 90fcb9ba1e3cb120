import { describe, it } from 'vitest';
import { expectAgreement } from '../search/agreement.ts';
import { land } from '../support/land.ts';
import { freshStore } from '../support/store.ts';

describe('a search of the database', () => {
  it('finds what looking at every record finds, over 150 stores with 40 questions each', async () => {
    await expectAgreement(await freshStore(), land(), 150, 40);
  });
});
