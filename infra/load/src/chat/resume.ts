import type { Database } from '@veza/postgres';
import { median } from '../numbers/median.ts';
import { startChild } from '../process/child.ts';
import { startCrowd } from './crowd.ts';
import type { ResumeResult } from './crowd-questions.ts';
import { openChannel } from './place.ts';
import { socketUrl, type Stage } from './throughput.ts';

const CLIENTS = 1_000;
const MISSED = 50;
/** Until Postgres has told its statistics what a session did. */
const STATISTICS_MS = 2_500;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A thousand clients that come back at once. Milliseconds, medians. */
export interface ResumeStorm {
  readonly ms: number;
  readonly rawMs: number;
  readonly bytesEach: number;
  /** Reads of the log for one storm. */
  readonly logReads: number;
}

async function logScans({ $client }: Database): Promise<number> {
  await sleep(STATISTICS_MS);
  const [row] = await $client<{ scans: string }[]>`
    select sum(idx_scan) as scans from pg_stat_user_tables where schemaname = 'chat' and relname ~ '^channel_event_[0-9]+$'`;
  return Number(row?.scans ?? 0);
}

async function storm(url: string, stage: Stage, ask: { readonly channelId: string; readonly after: string }): Promise<ResumeResult> {
  await using crowd = await startCrowd();
  await crowd.ask({ kind: 'arrive', url, clients: CLIENTS, tokens: stage.place.tokens });
  return await crowd.ask({ kind: 'resume', query: stage.eventsQuery, ...ask, events: MISSED });
}

/** A fresh channel with so many messages, and its cursor from before the first. */
async function missedChannel(stage: Stage, name: string): Promise<{ readonly channelId: string; readonly after: string }> {
  const { place } = stage;
  const channelId = await openChannel(place.owner, place.communityId, name);
  const { channel } = await place.owner.app.data<{ channel: { eventCursor: string } }>('ChannelHistory', { id: channelId, last: 1 });
  for (let number = 1; number <= MISSED; number += 1) {
    const input = { channelId, nonce: `${number}`, content: `m${number} was sent while you were away, and you have missed nothing of it` };
    await place.owner.app.data('SendMessage', { input });
  }
  return { channelId, after: channel.eventCursor };
}

/** Lets a thousand clients ask at once for fifty events, and raw sockets for the same bytes, in turns. */
export async function resumeStorm(stage: Stage, rounds: number): Promise<ResumeStorm> {
  const ours: number[] = [];
  const raw: number[] = [];
  const reads: number[] = [];
  let bytesEach = 0;
  for (let round = 0; round < rounds; round += 1) {
    const missed = await missedChannel(stage, `missed-${round}`);
    const before = await logScans(stage.database);
    const { ms, messages } = await storm(socketUrl(stage.veza), stage, missed);
    ours.push(ms);
    reads.push((await logScans(stage.database)) - before);
    bytesEach = messages.reduce((sum, message) => sum + Buffer.byteLength(message), 0);
    await using server = await startChild('raw sockets', 'infra/load/src/chat/raw-replay-main.ts', { messages });
    raw.push((await storm(server.address, stage, missed)).ms);
  }
  return { ms: median(ours), rawMs: median(raw), bytesEach, logReads: Math.max(...reads) };
}
