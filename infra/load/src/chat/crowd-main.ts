import { randomUUID } from 'node:crypto';
import type { Receiver } from '../fanout/receiver.ts';
import { announce, answerParent } from '../process/serve-parent.ts';
import type { ArriveQuestion, CrowdQuestion, ListenQuestion, ResumeQuestion, ResumeResult } from './crowd-questions.ts';
import { listener } from './listener.ts';
import { deliveriesOf } from './sends.ts';

/** New sockets a second: a gateway takes 512. */
const SOCKETS_PER_SECOND = 400;
const BATCH = 20;
const RESUME_TIMEOUT_MS = 60_000;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const deliveries = deliveriesOf(randomUUID().slice(0, 8));
let clients: Receiver[] = [];
let listenersEach = 0;
let wrong: string | undefined;
let onTurn: (client: number, turn: number) => void = () => undefined;

async function open(count: number, url: string, tokens: readonly string[]): Promise<void> {
  const first = clients.length;
  for (let start = 0; start < count; start += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - start) }, (_, offset) => {
      const index = first + start + offset;
      return listener({
        url,
        id: `client-${index}`,
        token: tokens[index % tokens.length],
        onTurn: (turn) => onTurn(index, turn),
        onWrong: (what) => (wrong ??= what),
      });
    });
    clients.push(...(await Promise.all(batch)));
    await sleep((1_000 * BATCH) / SOCKETS_PER_SECOND);
  }
}

async function listen({ url, query, channelIds, each, tokens }: ListenQuestion): Promise<object> {
  listenersEach = each;
  await open(channelIds.length * each, url, tokens);
  onTurn = (_client, turn) => deliveries.arrived(turn);
  for (const [index, client] of clients.entries()) client.subscribe(query, undefined, { channelId: channelIds[index % channelIds.length] });
  await sleep(1_000);
  return {};
}

async function arrive({ url, clients: count, tokens }: ArriveQuestion): Promise<object> {
  await open(count, url, tokens);
  return {};
}

function resume({ query, channelId, after, events }: ResumeQuestion): Promise<ResumeResult> {
  const counts = clients.map(() => 0);
  const messages: string[] = [];
  let left = clients.length;
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const timer = setTimeout(() => reject(new Error(wrong ?? `${left} clients did not get everything`)), RESUME_TIMEOUT_MS);
    onTurn = (client) => {
      if (client === 0) messages.push(clients[0]!.last.toString('utf8'));
      counts[client]! += 1;
      if (counts[client] === events) left -= 1;
      if (left > 0) return;
      clearTimeout(timer);
      if (wrong === undefined) resolve({ ms: performance.now() - startedAt, messages });
      else reject(new Error(wrong));
    };
    for (const client of clients) client.subscribe(query, after, { channelId });
  });
}

function leave(): object {
  onTurn = () => undefined;
  for (const client of clients) client.close();
  [clients, wrong, listenersEach] = [[], undefined, 0];
  return {};
}

async function answer(question: CrowdQuestion): Promise<unknown> {
  switch (question.kind) {
    case 'listen':
      return listen(question);
    case 'send':
      return deliveries.send(question, listenersEach, () => wrong);
    case 'arrive':
      return arrive(question);
    case 'resume':
      return resume(question);
    case 'leave':
      return leave();
  }
}

answerParent((question: CrowdQuestion) => answer(question).catch((error: Error) => ({ error: error.message })));
announce('ready');
