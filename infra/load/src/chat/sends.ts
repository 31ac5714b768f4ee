import { graphqlRequest } from '../http/graphql-request.ts';
import { type HttpConnection, httpConnection } from '../http/http-connection.ts';
import type { Message } from '../http/incoming.ts';
import { percentile } from '../numbers/percentile.ts';
import type { SendQuestion, SendResult } from './crowd-questions.ts';

const DELIVERY_TIMEOUT_MS = 60_000;
const FILLER = 'and then the second guitar comes in, a little late, which is the whole point of it';
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A message on its way. */
interface Sent {
  readonly sentAt: number;
  readonly channelId: string;
  /** Listeners that do not have it yet. */
  left: number;
}

/** Messages on their way to the listeners of their channels. */
export interface Deliveries {
  /** Told by a listener of the turn whose message it has. */
  arrived(turn: number): void;
  /** Sends as asked. @throws Error when an answer is not an acceptance, or a listener lacks something after a minute */
  send(question: SendQuestion, listeners: number, wrong: () => string | undefined): Promise<SendResult>;
}

function isAccepted({ head, body }: Message): boolean {
  return (
    head.startsWith('HTTP/1.1 200') && !body.includes('"errors"') && body.includes('"replayed":false') && body.includes('"userErrors":[]')
  );
}

/** @param run tells the nonces of this process from those of another */
export function deliveriesOf(run: string): Deliveries {
  const open = new Map<number, Sent>();
  let turns = 0;
  let last: number[] = [];
  let deliveries = 0;

  const post = async (connection: HttpConnection, { url, query, channelIds, tokens }: SendQuestion, listeners: number): Promise<number> => {
    const turn = (turns += 1);
    const channelId = channelIds[turn % channelIds.length]!;
    const input = { channelId, nonce: `${run} ${turn}`, content: `m${turn} ${FILLER}` };
    const request = graphqlRequest(url, { query, variables: { input } }, tokens[turn % tokens.length]);
    const sentAt = performance.now();
    if (listeners > 0) open.set(turn, { sentAt, channelId, left: listeners });
    const answer = await connection.exchange(request);
    if (!isAccepted(answer)) throw new Error(`not accepted: ${answer.head.split('\r\n')[0]} ${answer.body.toString('utf8', 0, 500)}`);
    return performance.now() - sentAt;
  };

  const untilDelivered = async (wrong: () => string | undefined) => {
    const deadline = performance.now() + DELIVERY_TIMEOUT_MS;
    while (open.size > 0 && wrong() === undefined && performance.now() < deadline) await sleep(5);
    const what = wrong() ?? (open.size > 0 ? `${open.size} messages did not reach everybody` : undefined);
    if (what !== undefined) throw new Error(what);
  };

  return {
    arrived(turn) {
      const sent = open.get(turn);
      if (!sent) return;
      deliveries += 1;
      sent.left -= 1;
      if (sent.left > 0) return;
      open.delete(turn);
      last.push(performance.now() - sent.sentAt);
    },
    async send(question, listeners, wrong) {
      const { url, connections, messages, perSecond } = question;
      const pauseMs = perSecond === 0 ? 0 : (1_000 * connections) / perSecond;
      const lines = await Promise.all(Array.from({ length: connections }, () => httpConnection(url)));
      const answers: number[] = [];
      [last, deliveries] = [[], 0];
      const startedAt = performance.now();
      let left = messages;
      await Promise.all(
        lines.map(async (line, index) => {
          await sleep((pauseMs * index) / connections);
          while (left > 0) {
            left -= 1;
            const ms = await post(line, question, listeners);
            answers.push(ms);
            if (pauseMs > ms) await sleep(pauseMs - ms);
          }
        }),
      );
      const took = (performance.now() - startedAt) / 1_000;
      await untilDelivered(wrong);
      for (const line of lines) line.close();
      return {
        accepted: answers.length,
        seconds: took,
        deliveries,
        answerP50: percentile(answers, 0.5),
        answerP99: percentile(answers, 0.99),
        lastP50: listeners > 0 ? percentile(last, 0.5) : 0,
        lastP99: listeners > 0 ? percentile(last, 0.99) : 0,
      };
    },
  };
}
