import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentText } from '@veza/local/story';
import { closeDatabase } from '@veza/postgres';
import { markdownTable } from '../numbers/table.ts';
import { startMeasured } from '../veza-process.ts';
import { historyPages } from './history.ts';
import { lastSubscriber } from './last-subscriber.ts';
import { openPlace } from './place.ts';
import { resumeStorm } from './resume.ts';
import { openChatTables } from './server.ts';
import { type Stage, throughput } from './throughput.ts';
import { unreadCounts } from './unread.ts';

const PEOPLE = 100;
const CHANNELS = 100;
const ROUNDS = 3;
const MESSAGES = 10_000;
const MANY_MEMBERS = 100_000;
/** Messages of the large channel, unless `VEZA_BENCH_MESSAGES` says otherwise. */
const LARGE_CHANNEL = 5_000_000;

const rate = (value: number) => value.toFixed(0);
const ms = (value: number) => value.toFixed(1);

async function printThroughput(stage: Stage): Promise<void> {
  const rows: string[][] = [];
  for (const [channels, goal] of [
    [1, 0.4],
    [CHANNELS, 0.5],
  ] as const) {
    const seen = await throughput(stage, { channels, rounds: ROUNDS, messages: MESSAGES });
    const ratio = `${seen.ratio.toFixed(2)} (≥ ${goal})`;
    const costs = [seen.serverCpuMs.toFixed(3), seen.postgresCpuMs.toFixed(3)];
    rows.push([
      String(channels),
      rate(seen.sendsPerSecond),
      rate(seen.barePerSecond),
      ratio,
      rate(seen.deliveriesPerSecond),
      ...costs,
      ms(seen.answerP99),
    ]);
  }
  console.log('\n### Messages accepted through the gateway, ten subscribers to each channel\n');
  const head = [
    'channels',
    'messages/s',
    'bare inserts/s',
    'ratio',
    'deliveries/s',
    'CPU ms/message',
    'Postgres CPU ms/message',
    'answer p99 ms',
  ];
  console.log(markdownTable(head, rows));
}

async function printLastSubscriber(stage: Stage): Promise<void> {
  const rows: string[][] = [];
  for (const channels of [1, CHANNELS]) {
    const seen = await lastSubscriber(stage, { channels, messages: 500, perSecond: 50 });
    rows.push([String(channels), ms(seen.answerP50), ms(seen.answerP99), ms(seen.lastP50), ms(seen.lastP99)]);
  }
  console.log('\n### From a mutation to the last of ten subscribers, 50 messages/s\n');
  console.log(markdownTable(['channels', 'answer p50 ms', 'answer p99 ms', 'last subscriber p50 ms', 'last subscriber p99 ms'], rows));
}

async function printResume(stage: Stage): Promise<void> {
  const seen = await resumeStorm(stage, ROUNDS);
  console.log('\n### 1,000 clients resume 50 missed events each at once (goal: ≤ 2 × raw, ≤ 2 reads of the log)\n');
  const cells = [ms(seen.ms), ms(seen.rawMs), (seen.ms / seen.rawMs).toFixed(2), rate(seen.bytesEach), String(seen.logReads)];
  console.log(markdownTable(['ms', 'raw sockets ms', 'ratio', 'bytes each', 'reads of the log'], [cells]));
}

async function printReading(stage: Stage, messages: number): Promise<void> {
  const { small, large, plan } = await historyPages(stage, messages);
  console.log('\n### A page of 50 messages (goal: large ≤ 1.5 × small)\n');
  const row = (name: string, seen: typeof small) => [name, String(seen.messages), ms(seen.p50), ms(seen.p99)];
  console.log(markdownTable(['channel', 'messages', 'p50 ms', 'p99 ms'], [row('small', small), row('large', large)]));
  console.log(`\nratio of p50: ${(large.p50 / small.p50).toFixed(2)}\n\n\`\`\`\n${plan.join('\n')}\n\`\`\``);

  const { few, many } = await unreadCounts(stage, MANY_MEMBERS);
  console.log('\n### Unread counts of 100 channels, whatever the number of members\n');
  console.log(
    markdownTable(
      ['members', 'ms'],
      [few, many].map((seen) => [String(seen.members), ms(seen.ms)]),
    ),
  );
}

/** What chat takes: messages accepted and delivered, resuming, reading. One Veza as `npm start` starts it; the crowd is another process. */
export async function chatBench(): Promise<void> {
  const messages = Number(process.env['VEZA_BENCH_MESSAGES'] ?? LARGE_CHANNEL);
  const folder = mkdtempSync(join(tmpdir(), 'veza-bench-'));
  const dataDir = join(folder, 'data');
  console.log(`chat, ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}`);
  const veza = await startMeasured(dataDir);
  const database = await openChatTables(dataDir);
  try {
    const place = await openPlace(veza.url, { people: PEOPLE, channels: CHANNELS });
    const stage: Stage = {
      veza,
      dataDir,
      database,
      place,
      sendQuery: documentText('SendMessage'),
      eventsQuery: documentText('ChannelEvents'),
    };
    await printThroughput(stage);
    await printLastSubscriber(stage);
    await printResume(stage);
    await printReading(stage, messages);
  } finally {
    await closeDatabase(database);
    await veza.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
