import { markdownTable } from '../numbers/table.ts';
import { type Sessions, sessions } from '../ours/sessions.ts';
import { installPeers } from '../peers.ts';
import { startAudience } from './audience.ts';
import { BUSY, CALM, compareDeliveries, type Rival } from './deliveries.ts';
import { lastClientLatency } from './latency.ts';
import { resumeStorm } from './resume.ts';
import { type EventServer, type PeerName, startGateway, startPeer } from './servers.ts';
import { stalledEffect } from './stalled.ts';

/** How much is measured. */
interface Effort {
  readonly audiences: readonly number[];
  readonly rounds: number;
  readonly latencySeconds: number;
}

const WHOLE: Effort = { audiences: [200, 1_000], rounds: 5, latencySeconds: 10 };
/** Enough to see whether a change is worth the whole; nothing to publish. */
const QUICK: Effort = { audiences: [1_000], rounds: 2, latencySeconds: 3 };
const STALLED_AUDIENCE = 20;
/** Deliveries of one round: enough CPU to be counted in hundredths of a second. */
const FAST = 100_000;
const SLOW = 20_000;

/** One row of the table: who serves, and how many distinct selections the clients have. */
interface Row {
  readonly server: PeerName | 'ours';
  readonly selections: number;
  readonly deliveries: number;
}

const rowsFor = (clients: number): readonly Row[] => [
  { server: 'raw-ws', selections: 1, deliveries: FAST },
  { server: 'graphql-ws', selections: 1, deliveries: SLOW },
  { server: 'mercurius-subscriptions', selections: 1, deliveries: SLOW },
  ...[1, 8, 64].map((selections) => ({ server: 'ours' as const, selections, deliveries: FAST })),
  // Every client with a selection of its own.
  { server: 'ours', selections: clients, deliveries: SLOW },
];

const start = (name: Row['server'], people: Sessions): Promise<EventServer> => (name === 'ours' ? startGateway(people) : startPeer(name));

/** What each row has to reach, as factors of raw `ws.send`, of graphql-ws and of mercurius. */
function goalsOf({ server, selections }: Row): readonly [string, string, string] {
  if (server !== 'ours') return ['', '', ''];
  if (selections === 1_000) return ['', '4', ''];
  const ofRaw = { 1: '1.0', 8: '0.8', 64: '0.6' }[selections] ?? '';
  return selections === 1 ? [ofRaw, '7', '8'] : [ofRaw, '', ''];
}

/** The first three rows are those that the others are compared with. */
function deliveriesTable(rows: readonly Row[], rates: readonly number[]): string {
  const [raw, graphqlWs, mercurius] = rates as readonly [number, number, number];
  const factor = (rate: number, other: number, goal: string) => `${(rate / other).toFixed(2)}${goal && ` (≥ ${goal})`}`;
  const cells = rows.map((row, index) => {
    const rate = rates[index]!;
    const [ofRaw, ofGraphqlWs, ofMercurius] = goalsOf(row);
    const factors = [factor(rate, raw, ofRaw), factor(rate, graphqlWs, ofGraphqlWs), factor(rate, mercurius, ofMercurius)];
    return [row.server, String(row.selections), rate.toFixed(0), ...factors];
  });
  return markdownTable(['server', 'selections', 'deliveries per CPU-s', '× raw ws.send', '× graphql-ws', '× mercurius'], cells);
}

async function printDeliveries(clients: number, people: Sessions, rounds: number): Promise<void> {
  const rows = rowsFor(clients);
  const tokens = await people.tokens();
  const rivals: Rival[] = [];
  for (const { server: name, selections, deliveries } of rows) {
    const server = await start(name, people);
    rivals.push({ server, audience: await startAudience(server, { clients, selections, tokens }), deliveries });
  }
  for (const [traffic, atOnce] of [
    ['20 events on their way at once', BUSY],
    ['one event at a time', CALM],
  ] as const) {
    console.log(`\n### ${clients} clients, ${traffic}\n`);
    console.log(deliveriesTable(rows, await compareDeliveries(rivals, rounds, atOnce)));
  }
  for (const { server, audience } of rivals) {
    await audience[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  }
}

async function printLatency(clients: number, people: Sessions, seconds: number): Promise<void> {
  const tokens = await people.tokens();
  const measured: string[][] = [];
  for (const name of ['raw-ws', 'ours'] as const) {
    await using server = await start(name, people);
    await using audience = await startAudience(server, { clients, selections: 1, tokens });
    const { p50, p99 } = await lastClientLatency(audience, seconds);
    measured.push([name, p50.toFixed(1), p99.toFixed(1)]);
  }
  console.log(`\n### Publication to the last of ${clients} clients, 20 events/s (goal: p99 ≤ 2 × raw)\n`);
  console.log(markdownTable(['server', 'p50 ms', 'p99 ms'], measured));
}

async function printStalled(people: Sessions): Promise<void> {
  const tokens = await people.tokens();
  await using server = await startGateway(people);
  await using audience = await startAudience(server, { clients: STALLED_AUDIENCE, selections: 1, tokens });
  const { bytes, quiet, stalled } = await stalledEffect(server, audience, tokens[STALLED_AUDIENCE]!);
  console.log(`\nA client that takes nothing over 20,000 events: ${(bytes / 1e6).toFixed(1)} MB of memory (goal ≤ 2); `);
  console.log(`deliveries per CPU-s to the ${STALLED_AUDIENCE} others ${stalled.toFixed(0)}, without it ${quiet.toFixed(0)}.`);
}

async function printResume(people: Sessions): Promise<void> {
  const tokens = await people.tokens();
  const storms: string[][] = [];
  for (const name of ['raw-ws', 'ours'] as const) {
    await using server = await start(name, people);
    const { ms, upstreams } = await resumeStorm(server, tokens);
    storms.push([name, ms.toFixed(0), name === 'ours' ? String(upstreams) : '–']);
  }
  console.log(`\n### ${tokens.length} clients resume 50 events each at once (goal: ≤ 3 × raw, ≤ 2 upstream reads)\n`);
  console.log(markdownTable(['server', 'ms', 'upstream reads'], storms));
}

/**
 * Compares live fan-out through Veza's gateway with raw sockets and with servers that execute for each client.
 * @param isQuick with fewer rounds, and without what takes long
 */
export async function fanoutBench(isQuick = process.argv.includes('--quick')): Promise<void> {
  installPeers();
  const { audiences, rounds, latencySeconds } = isQuick ? QUICK : WHOLE;
  const most = audiences.at(-1)!;
  const people = await sessions(most);
  for (const clients of audiences) await printDeliveries(clients, people, rounds);
  await printLatency(most, people, latencySeconds);
  if (isQuick) return;
  await printStalled(people);
  await printResume(people);
}
