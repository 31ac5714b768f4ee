import { silentLog } from '@veza/telemetry';
import { startEmbeddedPostgres } from '@veza/embedded-postgres';

/** A process of its own for tests that kill it: starts Postgres on the folder given, prints its URL and waits for SIGINT. */
const dataDir = process.argv[2];
if (dataDir === undefined) throw new Error('no data folder given');
const postgres = await startEmbeddedPostgres({ dataDir, log: silentLog, settings: 'test' });
process.once('SIGINT', () => {
  void postgres.stop().then(() => process.exit(0));
});
console.log(postgres.url);
