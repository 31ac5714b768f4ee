import type { BenchQuery } from '../federation/queries.ts';
import type { LoadQuestion } from '../http/load-main.ts';
import type { LoadResult } from '../http/load.ts';
import { median } from '../numbers/median.ts';
import type { Child } from '../process/child.ts';
import { cpuSeconds } from '../process/cpu-time.ts';

/** What one server did in one round, or the medians of several. */
export interface Figures {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of CPU, user and system, that the server's process took for each request. */
  readonly cpuMs: number;
}

/** How a server is loaded. */
export interface RoundOptions {
  readonly generator: Child;
  readonly query: BenchQuery['name'];
  readonly tokens: readonly string[];
  readonly connections: number;
  readonly seconds: number;
}

/** Loads a server for a while. @throws Error when an answer is wrong */
export async function round(server: Child, { generator, ...options }: RoundOptions): Promise<Figures> {
  const question: LoadQuestion = { kind: 'load', url: server.address, ...options };
  const before = cpuSeconds(server.pid);
  const result = await generator.ask<LoadResult | { readonly error: string }>(question);
  const cpu = cpuSeconds(server.pid) - before;
  if ('error' in result) throw new Error(`${server.name} fails ${options.query}: ${result.error}`);
  const { requests, seconds, p50, p99 } = result;
  return { perSecond: requests / seconds, p50, p99, cpuMs: (cpu * 1_000) / requests };
}

/** The median of each figure over several rounds. */
export function medians(rounds: readonly Figures[]): Figures {
  const of = (name: keyof Figures) => median(rounds.map((figures) => figures[name]));
  return { perSecond: of('perSecond'), p50: of('p50'), p99: of('p99'), cpuMs: of('cpuMs') };
}
