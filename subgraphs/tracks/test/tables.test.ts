import { messagingMigrations } from '@veza/postgres';
import { expectTablesToMatch, testDatabase } from '@veza/testing';
import { it } from 'vitest';
import { tracksMigrations } from '../src/app.ts';
import * as tables from '../src/infrastructure/tables.ts';

it('the tables of the code are those of the database', async () => {
  await using database = await testDatabase({ schema: 'tracks', folders: [messagingMigrations, tracksMigrations], jobsSchema: true });
  await expectTablesToMatch(database.database, tables);
});
