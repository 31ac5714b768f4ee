import type { UserCaller } from '@veza/auth';
import { toUuid } from '@veza/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { management } from './management.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await chatWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

/** One send as its author saw it. */
interface Seen {
  readonly author: UserCaller;
  readonly channelId: string;
  readonly nonce: string;
  readonly messageId: string | null;
  readonly replayed: boolean;
  readonly refusal: string | null;
}

/** A community with a calm and a slow channel, and one more process on the same database. */
async function scene() {
  const { owner, people, communityId, channelId } = await world.community(4);
  const { channel: other } = await world.act('CreateChannel', { communityId, name: 'other', kind: 'TEXT' }, owner);
  const { channel: slow } = await world.act('CreateChannel', { communityId, name: 'slow', kind: 'TEXT', slowModeSeconds: 600 }, owner);
  const processes = [world.chat, world.start()];
  const send = async (author: UserCaller, channel: string, nonce: string, process: number): Promise<Seen> => {
    const input = { channelId: channel, nonce, content: nonce };
    const { message, replayed, userErrors } = await world.run('SendMessage', { input }, author, processes[process % 2]);
    return { author, channelId: channel, nonce, messageId: message?.id ?? null, replayed, refusal: userErrors[0]?.code ?? null };
  };
  return { owner, people, communityId, channels: [channelId, other.id as string], slowId: slow.id as string, send };
}

/** Checks that the log has every accepted send once, numbered without a gap, and nothing else. */
async function expectWholeLog(channelId: string, seen: readonly Seen[]): Promise<void> {
  const rows = await world.admin<{ seq: number; msg_no: number; id: string; author: string; nonce: string }[]>`
    select e.seq::int, m.msg_no::int, m.id, m.author_id as author, m.nonce
    from channel_event e join message m on m.channel_id = e.channel_id and m.id = e.message_id
    where e.channel_id = ${toUuid('channel', channelId)} order by e.seq`;
  const numbers = Array.from(rows, (_, index) => index + 1);
  expect(rows.map(({ seq }) => seq)).toEqual(numbers);
  expect(rows.map((row) => row.msg_no)).toEqual(numbers);
  const stored = new Map(rows.map(({ author, nonce, id }) => [`${author} ${nonce}`, id]));
  expect(stored.size).toBe(rows.length);
  const here = seen.filter((send) => send.channelId === channelId && send.messageId !== null);
  const keyOf = ({ author, nonce }: Seen) => `${toUuid('user', author.userId)} ${nonce}`;
  for (const send of here) expect(stored.get(keyOf(send))).toBe(toUuid('message', send.messageId!));
  expect(new Set(here.map(keyOf)).size).toBe(rows.length);
  expect(here.filter(({ replayed }) => !replayed)).toHaveLength(rows.length);
}

describe('sends that come at once', () => {
  it('are numbered without a gap, each nonce once, each with its own outcome, whatever batches they form', async () => {
    const send = fc.record({
      author: fc.nat(4),
      channel: fc.nat(2),
      nonce: fc.nat(12),
      process: fc.nat(1),
      isLater: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(send, { minLength: 40, maxLength: 100 }), fc.nat(3), async (sends, leaver) => {
        const { owner, people, communityId, channels, slowId, send: carryOut } = await scene();
        const authors = [owner, ...people];
        const run = (one: (typeof sends)[number]) =>
          carryOut(authors[one.author]!, [...channels, slowId][one.channel]!, `${one.nonce}`, one.process);
        const first = sends.filter(({ isLater }) => !isLater).map(run);
        const leaving = world.act('LeaveCommunity', { communityId }, people[leaver]!);
        const later = sends.filter(({ isLater }) => isLater).map(run);
        const seen = await Promise.all([...first, ...later]);
        await leaving;
        for (const channelId of [...channels, slowId]) await expectWholeLog(channelId, seen);

        for (const { author, channelId, refusal } of seen) {
          const mayBeRefused = [author === people[leaver] && 'NOT_FOUND', channelId === slowId && author !== owner && 'SLOW_MODE'];
          expect([null, ...mayBeRefused]).toContain(refusal);
        }
        for (const author of people) {
          const passed = seen.filter((one) => one.channelId === slowId && one.author === author && one.refusal === null && !one.replayed);
          expect(passed.length).toBeLessThanOrEqual(1);
        }
        const late = await carryOut(people[leaver]!, channels[0]!, 'after leaving', 0);
        expect(late.refusal).toBe('NOT_FOUND');
      }),
      { numRuns: 4 },
    );
  }, 60_000);

  it('suffer nothing from a send that the database refuses', async () => {
    const { owner, channels, send } = await scene();
    const [channelId = ''] = channels;
    await world.admin`alter table message add constraint message_no_spam check (content <> 'spam')`;
    const sends = await Promise.allSettled(['a', 'spam', 'b'].map((nonce) => send(owner, channelId, nonce, 0)));
    await world.admin`alter table message drop constraint message_no_spam`;
    expect(sends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    await expectWholeLog(
      channelId,
      sends.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
    );
  });

  it('count no repetition against the rate', async () => {
    await using limited = await chatWorld({ rates: { send: { capacity: 2, refillPerSecond: 0.001 } } });
    const { channelId, member } = await limited.community();
    const send = (nonce: string) => limited.act('SendMessage', { channelId, nonce, content: nonce }, member);
    for (let count = 0; count < 5; count += 1) await send('same');
    expect((await send('other')).replayed).toBe(false);
  });
});

describe('what a process remembers of permissions', () => {
  it('never lets pass what was taken back, and never refuses what was given', async () => {
    const { owner, people, communityId, channels, send } = await scene();
    const [member] = people as [UserCaller];
    const [channelId = ''] = channels;
    await send(member, channelId, 'one', 0);
    const target = { channelId, roleId: communityId.replace('community', 'role') };
    await world.act('SetChannelOverwrite', { ...target, allow: [], deny: ['SEND_MESSAGES'] }, owner, world.start());
    expect((await send(member, channelId, 'two', 0)).refusal).toBe('NOT_PERMITTED');
    await world.act('SetChannelOverwrite', { ...target, allow: [], deny: [] }, owner, world.start());
    expect((await send(member, channelId, 'three', 0)).refusal).toBeNull();
    await management(world).act('UpdateChannel', { channelId, slowModeSeconds: 60 }, owner);
    expect((await send(member, channelId, 'four', 0)).refusal).toBeNull();
    expect((await send(member, channelId, 'five', 0)).refusal).toBe('SLOW_MODE');
  });
});
