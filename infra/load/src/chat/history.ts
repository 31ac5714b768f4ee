import { toUuid } from '@veza/kernel';
import type { Database } from '@veza/postgres';
import { percentile } from '../numbers/percentile.ts';
import { openChannel } from './place.ts';
import type { Stage } from './throughput.ts';

const PAGE = 50;
const WARM_UP = 20;
const PAGES = 150;
const CHUNK = 250_000;
const SMALL = 10_000;

/** How long pages of a small and a large channel take. Milliseconds. */
export interface HistoryPages {
  readonly small: { readonly messages: number; readonly p50: number; readonly p99: number };
  readonly large: { readonly messages: number; readonly p50: number; readonly p99: number };
  /** How Postgres reads a page in the middle of the large one. */
  readonly plan: readonly string[];
}

/** Fills a channel as if so many messages had been sent, oldest first. */
async function fill({ $client }: Database, channelId: string, authorId: string, messages: number): Promise<void> {
  const channel = toUuid('channel', channelId);
  for (let from = 1; from <= messages; from += CHUNK) {
    const to = Math.min(messages, from + CHUNK - 1);
    await $client`
      insert into message (channel_id, msg_no, id, author_id, nonce, content, created_seq, created_at)
      select ${channel}::uuid, n, gen_random_uuid(), ${toUuid('user', authorId)}::uuid, null, 'm' || n || ' some words that were said in the channel', n,
        now() - make_interval(secs => ${messages} - n) from generate_series(${from}::int, ${to}::int) as n`;
  }
  await $client`update channel_head set last_seq = ${messages}, last_msg_no = ${messages}, floor_seq = ${messages} where channel_id = ${channel}::uuid`;
  await $client`analyze message`;
}

interface Page {
  readonly channel: {
    readonly messages: { readonly edges: readonly { readonly cursor: string; readonly node: { readonly content: string } }[] };
  };
}

/** Reads page after page from the end, checks that each goes on where the one before it ended, and answers how long it took. */
function reader({ place }: Stage, channelId: string, messages: number): () => Promise<number> {
  let before: string | undefined;
  let expected = messages;
  return async () => {
    const startedAt = performance.now();
    const { channel } = await place.owner.app.data<Page>('ChannelHistory', { id: channelId, last: PAGE, ...(before ? { before } : {}) });
    const took = performance.now() - startedAt;
    const { edges } = channel.messages;
    const isRight = edges.length === PAGE && edges.at(-1)!.node.content.startsWith(`m${expected} `);
    if (!isRight) throw new Error(`a page is not that of messages up to ${expected}`);
    expected -= PAGE;
    before = edges[0]!.cursor;
    return took;
  };
}

async function planOf({ $client }: Database, channelId: string, messages: number): Promise<readonly string[]> {
  const rows = await $client<{ 'QUERY PLAN': string }[]>`
    explain (analyze, buffers, costs off, timing off, summary off)
    select m.id, m.content from message m
    where m.channel_id = ${toUuid('channel', channelId)}::uuid and m.msg_no < ${Math.floor(messages / 2)}::bigint
    order by m.msg_no desc limit ${PAGE + 1}`;
  return rows.map((row) => row['QUERY PLAN']);
}

/** Compares pages of a channel with ten thousand messages with those of one with `messages`, in turns. */
export async function historyPages(stage: Stage, messages: number): Promise<HistoryPages> {
  const { place, database } = stage;
  const { owner, communityId } = place;
  const open = async (name: string, count: number) => {
    const channelId = await openChannel(owner, communityId, name);
    await fill(database, channelId, owner.id, count);
    return { channelId, messages: count, read: reader(stage, channelId, count), times: [] as number[] };
  };
  const small = await open('ten-thousand', SMALL);
  const large = await open('very-many', messages);
  for (let page = 0; page < WARM_UP + PAGES; page += 1) {
    for (const { read, times } of [small, large]) times.push(await read());
  }
  const seen = ({ messages: count, times }: typeof small) => {
    const counted = times.slice(WARM_UP);
    return { messages: count, p50: percentile(counted, 0.5), p99: percentile(counted, 0.99) };
  };
  return { small: seen(small), large: seen(large), plan: await planOf(database, large.channelId, messages) };
}
