import type { Database } from '@veza/postgres';
import { median } from '../numbers/median.ts';
import { cpuSeconds } from '../process/cpu-time.ts';
import type { MeasuredVeza } from '../veza-process.ts';
import { bareInsertsPerSecond } from './bare-inserts.ts';
import { type Crowd, startCrowd } from './crowd.ts';
import type { SendResult } from './crowd-questions.ts';
import type { Place } from './place.ts';
import { postgresCpuSeconds } from './server.ts';

const LISTENERS_EACH = 10;
const CONNECTIONS = 128;
/** Enough for the compilers of both languages, and for the plans of Postgres. */
const WARM_UP = 4_000;
const BARE_SECONDS = 3;

/** What is measured, and on what. */
export interface Stage {
  readonly veza: MeasuredVeza;
  readonly dataDir: string;
  readonly database: Database;
  readonly place: Place;
  readonly sendQuery: string;
  readonly eventsQuery: string;
}

/** Medians over rounds that alternate with the bare inserts that they are compared with. */
export interface Throughput {
  readonly channels: number;
  readonly sendsPerSecond: number;
  readonly barePerSecond: number;
  readonly ratio: number;
  readonly deliveriesPerSecond: number;
  /** Milliseconds of CPU for each message with its deliveries: the server's process, and Postgres. */
  readonly serverCpuMs: number;
  readonly postgresCpuMs: number;
  readonly answerP99: number;
}

/** Lets a crowd follow so many channels, ten clients each. */
export async function startListeners({ veza, place, eventsQuery }: Stage, channels: number): Promise<Crowd> {
  const crowd = await startCrowd();
  const channelIds = place.channelIds.slice(0, channels);
  await crowd.ask({ kind: 'listen', url: socketUrl(veza), query: eventsQuery, channelIds, each: LISTENERS_EACH, tokens: place.tokens });
  return crowd;
}

/** Where sockets go. */
export function socketUrl({ url }: MeasuredVeza): string {
  return `${url}/graphql`;
}

/** Sends messages over the first channels. */
export function send(
  { veza, place, sendQuery }: Stage,
  crowd: Crowd,
  how: { readonly channels: number; readonly messages: number; readonly perSecond: number; readonly connections?: number },
): Promise<SendResult> {
  const { channels, messages, perSecond, connections = CONNECTIONS } = how;
  const channelIds = place.channelIds.slice(0, channels);
  const { tokens } = place;
  return crowd.ask({ kind: 'send', url: socketUrl(veza), query: sendQuery, channelIds, tokens, connections, messages, perSecond });
}

/** Sends as fast as they are accepted. */
export async function throughput(
  stage: Stage,
  how: { readonly channels: number; readonly rounds: number; readonly messages: number },
): Promise<Throughput> {
  const { veza, dataDir, database } = stage;
  const { channels, rounds, messages } = how;
  await using crowd = await startListeners(stage, channels);
  await send(stage, crowd, { channels, messages: WARM_UP, perSecond: 0 });
  const samples: { readonly bare: number; readonly sent: SendResult; readonly server: number; readonly postgres: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const bare = await bareInsertsPerSecond(database, { channels, seconds: BARE_SECONDS });
    const before = [cpuSeconds(veza.pid), postgresCpuSeconds(dataDir)] as const;
    const sent = await send(stage, crowd, { channels, messages, perSecond: 0 });
    samples.push({ bare, sent, server: cpuSeconds(veza.pid) - before[0], postgres: postgresCpuSeconds(dataDir) - before[1] });
  }
  const of = (value: (sample: (typeof samples)[number]) => number) => median(samples.map(value));
  return {
    channels,
    sendsPerSecond: of(({ sent }) => sent.accepted / sent.seconds),
    barePerSecond: of(({ bare }) => bare),
    ratio: of(({ sent, bare }) => sent.accepted / sent.seconds / bare),
    deliveriesPerSecond: of(({ sent }) => sent.deliveries / sent.seconds),
    serverCpuMs: of(({ sent, server }) => (server * 1_000) / sent.accepted),
    postgresCpuMs: of(({ sent, postgres }) => (postgres * 1_000) / sent.accepted),
    answerP99: of(({ sent }) => sent.answerP99),
  };
}
