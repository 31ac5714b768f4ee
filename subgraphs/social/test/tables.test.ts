import { messagingMigrations } from '@veza/postgres';
import { expectTablesToMatch, testDatabase } from '@veza/testing';
import { describe, it } from 'vitest';
import { socialMigrations } from '../src/app.ts';
import * as tables from '../src/infrastructure/tables.ts';

describe('the tables of social', () => {
  it('are what the migrations made', async () => {
    await using test = await testDatabase({ schema: 'social', folders: [messagingMigrations, socialMigrations] });
    await expectTablesToMatch(test.database, tables);
  });
});
