import { silentLog } from '@veza/telemetry';
import { pgBossJobQueue } from '../src/index.ts';

/** A process that takes a job, says so on stdout and never ends it, until it is killed. */
const [url, schema, name] = process.argv.slice(2);
const queue = await pgBossJobQueue({ url: url!, schema: schema!, log: silentLog });
await queue.work(name!, { concurrency: 1, signal: new AbortController().signal }, async ({ id }) => {
  process.stdout.write(`${id}\n`);
  await new Promise(() => setInterval(() => undefined, 1_000));
});
