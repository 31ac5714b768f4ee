import { percentile } from '../numbers/percentile.ts';
import { type HttpConnection, httpConnection } from './http-connection.ts';
import type { Message } from './incoming.ts';

/** How a server is asked. */
export interface LoadOptions {
  readonly url: string;
  readonly connections: number;
  /** The request of each turn; turns are counted over all connections. */
  readonly request: (turn: number) => Buffer;
  /** Looks at each answer; a false one fails the run. */
  readonly isRight: (answer: Message, turn: number) => boolean;
  /** Whether there is another turn. */
  readonly goesOn: (turn: number) => boolean;
  /** Milliseconds between the turns of one connection; 0 for as fast as answers come. */
  readonly pauseMs?: number;
}

/** What a server has done. */
export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Asks a server over several connections, each with its next request as soon as it has its answer.
 * @throws Error at the first answer that is not right: a server that answers wrong things fast is not measured
 */
export async function load(options: LoadOptions): Promise<LoadResult> {
  const { url, connections, request, isRight, goesOn, pauseMs = 0 } = options;
  const latencies: number[] = [];
  let turns = 0;
  const run = async (connection: HttpConnection) => {
    for (let turn = turns++; goesOn(turn); turn = turns++) {
      const sentAt = performance.now();
      const answer = await connection.exchange(request(turn));
      latencies.push(performance.now() - sentAt);
      if (!isRight(answer, turn))
        throw new Error(`a wrong answer: ${answer.head.split('\r\n')[0]} ${answer.body.toString('utf8', 0, 500)}`);
      if (pauseMs > 0) await sleep(pauseMs);
    }
  };
  const opened = await Promise.all(Array.from({ length: connections }, () => httpConnection(url)));
  const startedAt = performance.now();
  await Promise.all(opened.map(run));
  const seconds = (performance.now() - startedAt) / 1_000;
  for (const connection of opened) connection.close();
  return { requests: latencies.length, seconds, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
}
