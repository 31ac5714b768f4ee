import { randomUUID } from 'node:crypto';
import { arrayLiteral, type Database, preparedStatement } from '@veza/postgres';

/** Rows of one statement, and statements at once: as the writer of messages has them. */
const BATCH = 64;
const LANES = 2;

/** The rows that a message leaves, without deciding or numbering anything. */
const INSERT = `
  with row as materialized (
    select * from unnest($1::uuid[], $2::int[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[])
      as r (channel_id, number, author_id, id, event_id, nonce, content)),
  msg as (
    insert into message (channel_id, msg_no, id, author_id, nonce, content, created_seq, created_at)
    select channel_id, number, id, author_id, nonce, content, number, now() from row),
  entry as (
    insert into channel_event (channel_id, seq, kind, message_id, actor_id, access_epoch, occurred_at)
    select channel_id, number, 1, id, author_id, 1, now() from row)
  insert into outbox (event_id, topic, key, revision, envelope, published_at)
  select event_id, 'bench', channel_id::text, number, jsonb_build_object('id', event_id, 'topic', 'bench', 'key', channel_id, 'revision', number,
    'data', jsonb_build_object('channelId', channel_id, 'messageId', id, 'authorId', author_id, 'seq', number)), now() from row`;

/** Messages a second that Postgres takes when somebody only inserts their rows, in batches. The rows go again. */
export async function bareInsertsPerSecond(
  database: Database,
  { channels, seconds }: { readonly channels: number; readonly seconds: number },
) {
  const statement = preparedStatement(database, INSERT);
  const channelIds = Array.from({ length: channels }, () => randomUUID());
  const numbers = channelIds.map(() => 0);
  const authorId = randomUUID();
  const content = 'm1234 and then the second guitar comes in, a little late, which is the whole point of it';
  let turn = 0;
  const insert = async (): Promise<number> => {
    const places = Array.from({ length: BATCH }, () => (turn += 1) % channels);
    const column = (value: (place: number) => string | number) => arrayLiteral(places.map(value));
    await statement([
      column((place) => channelIds[place]!),
      column((place) => (numbers[place]! += 1)),
      column(() => authorId),
      column(() => randomUUID()),
      column(() => randomUUID()),
      column(() => randomUUID()),
      column(() => content),
    ]);
    return BATCH;
  };
  const startedAt = performance.now();
  const until = startedAt + seconds * 1_000;
  const lanes = Array.from({ length: LANES }, async () => {
    let inserted = 0;
    while (performance.now() < until) inserted += await insert();
    return inserted;
  });
  const inserted = (await Promise.all(lanes)).reduce((sum, count) => sum + count, 0);
  const rate = inserted / ((performance.now() - startedAt) / 1_000);
  for (const table of ['message', 'channel_event'])
    await database.$client.unsafe(`delete from ${table} where channel_id = any ($1::uuid[])`, [arrayLiteral(channelIds)]);
  await database.$client.unsafe(`delete from outbox where topic = 'bench'`);
  return rate;
}
