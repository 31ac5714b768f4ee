import { announce, answerParent } from '../process/serve-parent.ts';
import { receiver, type Receiver } from './receiver.ts';
import type { Arrivals, AwaitQuestion, ConnectQuestion, ReceiverQuestion } from './receivers.ts';
import { subscriptionText } from './selections.ts';

/** New sockets a second: a gateway takes 512. */
const CONNECTIONS_PER_SECOND = 400;
const BATCH = 20;
/** Between the first clients of two selections, each of which has to be planned. */
const PLANNING_MS = 10;
const RETRY_MS = 1_000;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let clients: Receiver[] = [];
/** Clients that have had their n-th message since the reset, and when the last one had it. */
let counts: number[] = [];
let completedAt: string[] = [];
let lost: string | undefined;
let check: () => void = () => undefined;

/** Counts the messages of one client. */
function counter(): { readonly count: () => void; readonly reset: () => void } {
  let own = 0;
  return {
    count() {
      const place = own++;
      counts[place] = (counts[place] ?? 0) + 1;
      if (counts[place] !== clients.length) return;
      completedAt[place] = String(process.hrtime.bigint());
      check();
    },
    reset: () => void (own = 0),
  };
}

let counters: ReturnType<typeof counter>[] = [];

function reset(): void {
  counts = [];
  completedAt = [];
  for (const one of counters) one.reset();
}

async function connect({ url, clients: count, selections, tokens, subscribes }: ConnectQuestion): Promise<void> {
  lost = undefined;
  for (let first = 0; first < count; first += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - first) }, async (_, offset) => {
      const counting = counter();
      counters.push(counting);
      const index = first + offset;
      const onLost = (reason: string) => {
        lost = `client ${index} was sent away: ${reason}`;
        check();
      };
      // A gateway that has too many new operations to plan, or is late with them, asks clients to come again.
      const onRefused = (message: string) => {
        if (message.includes('"retryable":true'))
          setTimeout(() => clients[index]?.subscribe(subscriptionText(index % selections), undefined), RETRY_MS);
        else onLost(message);
      };
      return receiver({ url, id: `client-${index}`, token: tokens[index], onMessage: counting.count, onRefused, onLost });
    });
    clients.push(...(await Promise.all(batch)));
    await sleep((1_000 * BATCH) / CONNECTIONS_PER_SECOND);
  }
  if (subscribes) await subscribe(undefined, selections);
}

async function subscribe(after: string | undefined, selections: number): Promise<void> {
  for (const [index, client] of clients.entries()) {
    client.subscribe(subscriptionText(index % selections), after);
    if (index < selections - 1) await sleep(PLANNING_MS);
  }
}

function arrivals({ each, timeoutMs }: AwaitQuestion): Promise<Arrivals | { readonly error: string }> {
  return new Promise((resolve) => {
    const finish = (answer: Arrivals | { readonly error: string }) => {
      clearTimeout(timer);
      check = () => undefined;
      resolve(answer);
    };
    const late = () =>
      finish({ error: `only ${counts[each - 1] ?? 0} of ${clients.length} clients had ${each} messages in ${timeoutMs} ms` });
    const timer = setTimeout(late, timeoutMs);
    check = () => {
      if (lost !== undefined) finish({ error: lost });
      else if (completedAt.length >= each)
        finish({ completedAt: completedAt.slice(0, each), sample: clients[0]?.last.toString('utf8') ?? '' });
    };
    check();
  });
}

function close(): void {
  for (const client of clients) client.close();
  clients = [];
  counters = [];
  reset();
}

function answer(question: ReceiverQuestion): unknown {
  switch (question.kind) {
    case 'connect':
      return connect(question);
    case 'subscribe':
      return subscribe(question.after, question.selections);
    case 'reset':
      return reset();
    case 'await':
      return arrivals(question);
    case 'bodies':
      return { bodies: clients.map(({ last }) => last.toString('utf8')) };
    case 'stall':
      return clients.forEach((client) => client.stall());
    case 'close':
      return close();
  }
}

answerParent((question: ReceiverQuestion) => Promise.resolve(answer(question)).catch((error: Error) => ({ error: error.message })));
announce('ready');
