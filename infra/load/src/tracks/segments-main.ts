import type { Message } from '../http/incoming.ts';
import { load } from '../http/load.ts';
import { announce, answerParent } from '../process/serve-parent.ts';

/** Asks a server for files, over and over. The answer is a `LoadResult`, or `{ error }`. */
export interface SegmentsQuestion {
  /** Absolute addresses on one server. */
  readonly urls: readonly string[];
  readonly byteSizes: readonly number[];
  readonly connections: number;
  readonly seconds: number;
}

const requestOf = (url: string): Buffer => {
  const { host, pathname } = new URL(url);
  return Buffer.from(`GET ${pathname} HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
};

function ask({ urls, byteSizes, connections, seconds }: SegmentsQuestion): Promise<unknown> {
  const requests = urls.map(requestOf);
  const until = performance.now() + seconds * 1_000;
  const isRight = ({ head, body }: Message, turn: number) =>
    head.startsWith('HTTP/1.1 200') && body.length === byteSizes[turn % byteSizes.length];
  const goesOn = () => performance.now() < until;
  return load({ url: urls[0]!, connections, request: (turn) => requests[turn % requests.length]!, isRight, goesOn });
}

answerParent((question: SegmentsQuestion) => ask(question).catch((error: Error) => ({ error: error.message })));
announce('ready');
