import type { UserCaller } from '@veza/auth';
import { toUuid } from '@veza/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followChat } from './ask-chat.ts';
import { type ChatWorld, chatWorld } from './chat-world.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await chatWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const POLL = 'poll { question options { text voteCount } isMultiple closesAt closedAt voterCount viewerVotes }';
const VOTE = `mutation ($input: VotePollInput!) { votePoll(input: $input) { message { id ${POLL} } userErrors { code path } } }`;
const CLOSE = `mutation ($input: ClosePollInput!) { closePoll(input: $input) { message { ${POLL} } userErrors { code path } } }`;

interface SeenPoll {
  readonly question: string;
  readonly options: readonly { readonly text: string; readonly voteCount: number }[];
  readonly closedAt: string | null;
  readonly voterCount: number;
  readonly viewerVotes: readonly number[];
}

const inMs = (ms: number) => new Date(world.clock().getTime() + ms).toISOString();
const asking = (more: object = {}) => ({ poll: { question: 'When?', options: ['Mon', 'Tue', 'Wed'], closesAt: inMs(60_000), ...more } });
const ask = (channelId: string, caller: UserCaller, more: object = {}) => world.send(channelId, '', caller, asking(more));
const vote = (messageId: string, options: readonly number[], caller: UserCaller, process = world.chat) =>
  world.act(VOTE, { messageId, options }, caller, process);
const see = async (messageId: string, caller: UserCaller): Promise<SeenPoll> =>
  (await world.run(`query ($id: ID!) { message(id: $id) { ${POLL} } }`, { id: messageId }, caller)).poll;
const counts = ({ options }: SeenPoll) => options.map(({ voteCount }) => voteCount);

describe('a poll', () => {
  it('stands in its message, and counts what people choose, change and take back', async () => {
    const { channelId, member, owner } = await world.community();
    const { id } = await ask(channelId, owner);
    expect(await see(id, member)).toMatchObject({
      question: 'When?',
      options: [{ text: 'Mon' }, { text: 'Tue' }, { text: 'Wed' }],
      isMultiple: false,
      closedAt: null,
      voterCount: 0,
      viewerVotes: [],
    });
    const { message } = await vote(id, [1], member);
    expect(message.poll).toMatchObject({ voterCount: 1, viewerVotes: [1] });
    await vote(id, [1], owner);
    expect(counts(await see(id, owner))).toEqual([0, 2, 0]);
    await vote(id, [2], member);
    expect(counts(await see(id, owner))).toEqual([0, 1, 1]);
    await vote(id, [], owner);
    expect(await see(id, owner)).toMatchObject({ voterCount: 1, viewerVotes: [] });
    expect(await see(id, member)).toMatchObject({ viewerVotes: [2] });
  });

  it('is told of live, once for each change, without saying who chose', async () => {
    const { channelId, member, owner } = await world.community();
    const { id } = await ask(channelId, owner);
    const { eventCursor } = await world.run('query ($id: ID!) { channel(id: $id) { eventCursor } }', { id: channelId }, member);
    await vote(id, [0], member);
    await vote(id, [0], member);
    await world.act(CLOSE, { messageId: id }, owner);
    await world.act(CLOSE, { messageId: id }, owner);
    await world.send(channelId, 'end', owner);
    const document = `subscription ($channelId: ID!, $after: String) { channelEvents(channelId: $channelId, after: $after) {
      __typename ... on PollChanged { message { id poll { options { voteCount } voterCount closedAt } } } ... on MessageSent { message { content } } } }`;
    const controller = new AbortController();
    const events: { readonly __typename: string }[] = [];
    const question = { document, variables: { channelId, after: eventCursor }, caller: member };
    for await (const { data } of followChat(world.chat, question, controller.signal)) {
      events.push((data as unknown as { channelEvents: { __typename: string } }).channelEvents);
      if (events.length === 3) break;
    }
    controller.abort();
    expect(events).toMatchObject([
      { __typename: 'PollChanged', message: { id, poll: { voterCount: 1 } } },
      { __typename: 'PollChanged', message: { poll: { closedAt: world.clock().toISOString() } } },
      { __typename: 'MessageSent', message: { content: 'end' } },
    ]);
  });

  it('closes by its time or by its author, and takes no votes then', async () => {
    const { channelId, member, owner } = await world.community();
    const [timed, closed] = [await ask(channelId, member), await ask(channelId, member)];
    await vote(timed.id, [0], owner);
    expect(await world.refusal(CLOSE, { messageId: closed.id }, owner)).toEqual(['NOT_PERMITTED messageId']);
    await world.act(CLOSE, { messageId: closed.id }, member);
    expect(await world.refusal(VOTE, { messageId: closed.id, options: [0] }, owner)).toEqual(['STATE_NOT_ALLOWED messageId']);
    world.clock.advance(60_000);
    expect(await world.refusal(VOTE, { messageId: timed.id, options: [] }, owner)).toEqual(['STATE_NOT_ALLOWED messageId']);
    expect(await see(timed.id, owner)).toMatchObject({ closedAt: world.clock().toISOString(), voterCount: 1, viewerVotes: [0] });
  });

  it('goes with its message, with all votes', async () => {
    const { channelId, member, owner } = await world.community();
    const { id } = await ask(channelId, owner);
    await vote(id, [0], member);
    await world.act('DeleteMessage', { messageId: id }, owner);
    expect(await see(id, member)).toBeNull();
    const [left] = await world.admin`
      select (select count(*) from poll_vote where message_id = ${toUuid('message', id)})::int as votes,
        (select count(*) from poll where message_id = ${toUuid('message', id)})::int as polls`;
    expect(left).toEqual({ votes: 0, polls: 0 });
    expect(await world.refusal(VOTE, { messageId: id, options: [0] }, member)).toEqual(['NOT_FOUND messageId']);
  });

  it('is asked once under one nonce, and is no way around AutoMod', async () => {
    const { communityId, channelId, member, owner } = await world.community();
    const given = { channelId, nonce: 'once', ...asking() };
    const [first, again] = [await world.act('SendMessage', given, member), await world.act('SendMessage', given, member)];
    expect([again.replayed, again.message.id]).toEqual([true, first.message.id]);
    const rule = 'mutation ($input: CreateAutoModRuleInput!) { createAutoModRule(input: $input) { rule { id } userErrors { code } } }';
    await world.act(rule, { communityId, name: 'words', trigger: 'KEYWORD', keywords: ['plague'] }, owner);
    const hidden = { channelId, nonce: 'rule', ...asking({ options: ['fine', 'the plague'] }) };
    expect(await world.refusal('SendMessage', hidden, member)).toEqual(['AUTOMOD_BLOCKED content']);
  });

  it('is refused where it makes no sense, and to whoever may not choose', async () => {
    const { communityId, channelId, member, owner } = await world.community();
    const send = (more: object) => world.refusal('SendMessage', { channelId, nonce: 'bad', ...asking(more) }, member);
    expect(await send({ question: ' ' })).toEqual(['INVALID poll question']);
    expect(await send({ options: ['a'] })).toEqual(['INVALID poll options']);
    expect(await send({ options: ['a', 'a'] })).toEqual(['INVALID poll options 1']);
    expect(await send({ closesAt: inMs(0) })).toEqual(['INVALID poll closesAt']);
    const { id } = await ask(channelId, owner);
    const plain = await world.send(channelId, 'no poll', owner);
    const choose = (options: readonly number[], caller = member, messageId = id) => world.refusal(VOTE, { messageId, options }, caller);
    expect(await choose([3])).toEqual(['INVALID options']);
    expect(await choose([0, 1])).toEqual(['INVALID options']);
    expect(await choose([0], member, plain.id)).toEqual(['NOT_FOUND messageId']);
    expect(await choose([0], world.person())).toEqual(['NOT_FOUND messageId']);
    await world.act('TimeOutMember', { communityId, userId: member.userId, until: inMs(60_000) }, owner);
    expect(await choose([0])).toEqual(['TIMED_OUT messageId']);
  });

  it('counts exactly the votes that are there, however many choose at once', async () => {
    const { channelId, owner, people } = await world.community(4);
    const second = world.start();
    const choices = fc.array(fc.tuple(fc.nat({ max: 3 }), fc.uniqueArray(fc.nat({ max: 2 }), { maxLength: 3 })), {
      minLength: 4,
      maxLength: 16,
    });
    await fc.assert(
      fc.asyncProperty(choices, async (given) => {
        const { id } = await ask(channelId, owner, { isMultiple: true });
        await Promise.all(given.map(([who, options], index) => vote(id, options, people[who]!, index % 2 ? second : world.chat)));
        const [votes, poll] = [await Promise.all(people.map((person) => see(id, person))), await see(id, owner)];
        const chosen = votes.map(({ viewerVotes }) => viewerVotes);
        expect(counts(poll)).toEqual([0, 1, 2].map((place) => chosen.filter((places) => places.includes(place)).length));
        expect(poll.voterCount).toBe(chosen.filter((places) => places.length > 0).length);
        for (const [who, places] of chosen.entries()) {
          const asked = given
            .filter(([person]) => person === who)
            .map(([, options]) => options.toSorted((left, right) => left - right).join());
          expect(asked.length === 0 ? [''] : asked).toContain(places.join());
        }
      }),
      { numRuns: 5 },
    );
  });
});
