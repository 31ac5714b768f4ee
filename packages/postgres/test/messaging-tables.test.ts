import { inbox, messagingMigrations, outbox } from '@veza/postgres';
import { expectTablesToMatch, testDatabase } from '@veza/testing';
import { describe, it } from 'vitest';

describe('tables of messaging', () => {
  it('are mirrored as they are in the catalogue', async () => {
    await using test = await testDatabase({ schema: 'chat', folders: [messagingMigrations] });
    await expectTablesToMatch(test.database, { outbox, inbox });
  });
});
