import { describe, it } from 'vitest';
import { land } from '../support/land.ts';
import { freshStore } from '../support/store.ts';
import { expectAgreement } from './agreement.ts';

describe('a search of the database', () => {
  it('finds what looking at every record finds, whatever the store holds and whatever is asked', async () => {
    await expectAgreement(await freshStore(), land(), 10, 30);
  });
});
