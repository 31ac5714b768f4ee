import { messagingMigrations } from '@veza/postgres';
import { expectTablesToMatch, testDatabase } from '@veza/testing';
import { describe, it } from 'vitest';
import { marketplaceMigrations } from '../src/app.ts';
import * as tables from '../src/infrastructure/tables.ts';

describe('the tables of marketplace', () => {
  it('are what the migrations made', async () => {
    await using test = await testDatabase({ schema: 'marketplace', folders: [messagingMigrations, marketplaceMigrations] });
    await expectTablesToMatch(test.database, tables);
  });
});
