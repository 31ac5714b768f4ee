import { freePort, nginxHere, nginxInFront, startNginx } from '@veza/testing';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadResult } from '../http/load.ts';
import { median } from '../numbers/median.ts';
import { type Child, startChild } from '../process/child.ts';
import { cpuSeconds } from '../process/cpu-time.ts';
import type { MeasuredVeza } from '../veza-process.ts';
import type { SegmentsQuestion } from './segments-main.ts';

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 64;

/** What a server did with the same segments. */
export interface Served {
  readonly name: string;
  readonly requestsPerSecond: number;
  readonly megabytesPerSecond: number;
  /** Of all processes that had a part in it, for one request. */
  readonly cpuMs: number;
  readonly p99: number;
}

/** A server of segments. */
interface Candidate {
  readonly name: string;
  readonly origin: string;
  /** Path of a segment. */
  readonly pathOf: (name: string) => string;
  readonly pids: readonly number[];
}

const childrenOf = (pid: number): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter((text) => text !== '')
    .map(Number);

/** Names and bytes of the segments of one rendition, as a player finds them. */
async function segmentsOf(hlsUrl: string): Promise<ReadonlyMap<string, Buffer>> {
  const playlist = await (await fetch(new URL('a160.m3u8', hlsUrl))).text();
  const names = playlist.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const bytes = await Promise.all(names.map(async (name) => Buffer.from(await (await fetch(new URL(name, hlsUrl))).arrayBuffer())));
  return new Map(names.map((name, index) => [name, bytes[index]!]));
}

async function measure(generator: Child, candidate: Candidate, segments: ReadonlyMap<string, Buffer>): Promise<Omit<Served, 'name'>> {
  const names = [...segments.keys()];
  const byteSizes = names.map((name) => segments.get(name)!.length);
  const used = () => candidate.pids.reduce((sum, pid) => sum + cpuSeconds(pid), 0);
  const before = used();
  const urls = names.map((name) => `${candidate.origin}${candidate.pathOf(name)}`);
  const question: SegmentsQuestion = { urls, byteSizes, connections: CONNECTIONS, seconds: SECONDS };
  const result = await generator.ask<LoadResult | { readonly error: string }>(question);
  if ('error' in result) throw new Error(`${candidate.name}: ${result.error}`);
  const megabytes = ((byteSizes.reduce((sum, size) => sum + size, 0) / byteSizes.length) * result.requests) / 1e6;
  return {
    requestsPerSecond: result.requests / result.seconds,
    megabytesPerSecond: megabytes / result.seconds,
    cpuMs: ((used() - before) * 1_000) / result.requests,
    p99: result.p99,
  };
}

const medians = (name: string, rounds: readonly Omit<Served, 'name'>[]): Served => ({
  name,
  requestsPerSecond: median(rounds.map((round) => round.requestsPerSecond)),
  megabytesPerSecond: median(rounds.map((round) => round.megabytesPerSecond)),
  cpuMs: median(rounds.map((round) => round.cpuMs)),
  p99: median(rounds.map((round) => round.p99)),
});

/**
 * Sends the segments of one song from Veza, from Veza's nginx in front of it, and from an nginx that asks nobody; in turns.
 * Answers them in the order: nginx alone, nginx in front, Veza. @param folder for the files of the nginx that asks nobody
 */
export async function servedSegments({ url, pid }: MeasuredVeza, hlsUrl: string, folder: string): Promise<readonly Served[]> {
  if (nginxHere === undefined) throw new Error('nginx is not on PATH');
  const segments = await segmentsOf(hlsUrl);
  const root = join(folder, 'static');
  mkdirSync(root);
  for (const [name, bytes] of segments) writeFileSync(join(root, name), bytes);
  const [alonePort, frontPort] = [await freePort(), await freePort()];
  await using alone = await startNginx(alonePort, (own) => {
    cpSync(root, join(own, 'static'), { recursive: true });
    return `access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;
      server { listen 127.0.0.1:${alonePort}; root ${own}/static; }`;
  });
  await using front = await nginxInFront(frontPort, Number(new URL(url).port));
  await using generator = await startChild('segments', 'infra/load/src/tracks/segments-main.ts');
  const { pathname } = new URL(hlsUrl);
  const signed = (name: string) => pathname.replace('master.m3u8', name);
  const candidates: readonly Candidate[] = [
    { name: 'nginx, static files', origin: `http://127.0.0.1:${alonePort}`, pathOf: (name) => `/${name}`, pids: childrenOf(alone.pid) },
    { name: "Veza's nginx in front", origin: `http://127.0.0.1:${frontPort}`, pathOf: signed, pids: [...childrenOf(front.pid), pid] },
    { name: 'Veza', origin: url.replace('localhost', '127.0.0.1'), pathOf: signed, pids: [pid] },
  ];
  const rounds = new Map(candidates.map(({ name }) => [name, [] as Omit<Served, 'name'>[]]));
  for (const candidate of candidates) await measure(generator, candidate, segments);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const candidate of candidates) rounds.get(candidate.name)!.push(await measure(generator, candidate, segments));
  }
  return candidates.map(({ name }) => medians(name, rounds.get(name)!));
}
