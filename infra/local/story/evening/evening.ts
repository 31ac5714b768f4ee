import { setTimeout as sleep } from 'node:timers/promises';
import { signUp, type Person } from '../people.ts';
import type { StoryTeller } from '../steps.ts';
import { type Community, freshClient, openEvening } from './community.ts';
import { type Deeds, deeds } from './deeds.ts';
import { type Guest, guest, type Place } from './guest.ts';
import { isEven, type LedgerRow, ledgerRow } from './ledger.ts';
import { type ChannelEvent, lineOf, logLine } from './log-line.ts';
import type { StoryServer } from '../story-server.ts';
import { presentState, stateFrom } from './state.ts';
import { everybodySpeaks } from './talk.ts';

const ARRIVAL_TIMEOUT_MS = 60_000;
const POLL_MS = 50;
/** What a slow device needs for each event. */
const SLOW_MS = 15;
const SONG_STEP_MS = 137;

/** How the evening ended. */
export interface EveningEnd {
  readonly ledger: readonly LedgerRow[];
  readonly isEven: boolean;
}

/** Waits for something that should come by itself; what did not come, the ledger tells. */
async function until(hasCome: () => boolean): Promise<void> {
  const deadline = performance.now() + ARRIVAL_TIMEOUT_MS;
  while (!hasCome() && performance.now() < deadline) await sleep(POLL_MS);
}

/** Waits until these guests have as much of a channel as was acknowledged. */
async function untilHeard(guests: readonly Guest[], { channelId }: Place, known: Deeds): Promise<void> {
  await until(() => guests.every((one) => one.heard(channelId).length >= known.acknowledged(channelId).length));
}

/** The log of a channel from its beginning, as somebody reads it who was away all evening. */
async function readAgain(person: Person, { channelId, cursor }: Place, count: number): Promise<readonly ChannelEvent[]> {
  const reader = guest(person, [{ channelId, cursor }]);
  await until(() => reader.heard(channelId).length >= count);
  await sleep(POLL_MS);
  await reader.leave();
  return reader.heard(channelId);
}

async function playSong({ community, known, from, times }: { community: Community; known: Deeds; from: number; times: number }) {
  const { party, trackId, people } = community;
  for (let count = 0; count < times; count += 1) {
    await known.play(people[0]!, { channelId: party.channelId, trackId, positionMs: (from + count) * SONG_STEP_MS });
    await sleep(250);
  }
  return { result: undefined, seen: `${times} times` };
}

/** Somebody who comes late knows where the song is from the channel alone. */
async function lateJoiner(url: string, { inviteCode, party }: Community, host: readonly ChannelEvent[]): Promise<string> {
  const late = await signUp(url, 'Late');
  await late.app.data('JoinCommunity', { input: { inviteCode } });
  const { channel } = await late.app.data<{ channel: { playback: { positionMs: number; asOf: string } } }>('ChannelHistory', {
    id: party.channelId,
    last: 1,
  });
  const last = host.at(-1)?.playback;
  if (channel.playback.positionMs !== last?.positionMs || channel.playback.asOf !== last.asOf)
    throw new Error(`the late one is at ${JSON.stringify(channel.playback)}, the others at ${JSON.stringify(last)}`);
  return `${channel.playback.positionMs} ms as of ${channel.playback.asOf}`;
}

async function markAllRead(guests: readonly Guest[], { channelId }: Place): Promise<string> {
  for (const { person } of guests) {
    const { channel } = await person.app.data<{ channel: { messages: { edges: { node: { id: string } }[] } } }>('ChannelHistory', {
      id: channelId,
      last: 1,
    });
    const input = { channelId, throughMessageId: channel.messages.edges[0]!.node.id };
    const { markChannelRead } = await person.app.data<{ markChannelRead: { channel: { unreadCount: number } } }>('MarkChannelRead', {
      input,
    });
    if (markChannelRead.channel.unreadCount !== 0) throw new Error(`${markChannelRead.channel.unreadCount} are left unread`);
  }
  return 'nothing unread';
}

/**
 * A whole evening of a community: talk, answers, edits, deletions, reactions, pins and a song, over lines that break, with a slow device, one
 * who has to go, and a server that is killed in the middle of a sentence. Ends with a ledger of what was acknowledged against what each client
 * got, and with each client's picture of the channel against a fresh answer.
 * @param rounds how often everybody speaks before and after the crash
 */
export async function chatEvening(server: StoryServer, teller: StoryTeller, rounds: number): Promise<EveningEnd> {
  const { step } = teller;
  const community = await openEvening(server.url, teller);
  const { people, stage, party, names } = community;
  const known = deeds();
  const guests = people.map((person, index) => guest(person, [stage, party], index === 7 ? SLOW_MS : 0));
  const mo = guests.at(-1)!;
  const stayers = guests.slice(0, -1);
  const talk = { community, deeds: known, guests };
  const speakFrom = async (first: number, speakers: readonly Person[]) => {
    let broken = 0;
    for (let round = first; round < first + rounds; round += 1) broken += await everybodySpeaks(talk, speakers, round);
    return { result: undefined, seen: `${rounds} rounds of ${speakers.length}, ${broken} lines broke` };
  };

  await step('they talk', () => speakFrom(1, people));
  await step('Ada plays her song to the party', () => playSong({ community, known, from: 1, times: rounds }));
  await step('Mo has to go', async () => {
    await untilHeard(guests, stage, known);
    await untilHeard(guests, party, known);
    await people[0]!.app.data('KickMember', { input: { communityId: community.id, userId: mo.person.id, reason: 'too loud' } });
    await until(() => [stage, party].every(({ channelId }) => mo.heard(channelId).at(-1)?.__typename === 'AccessRevoked'));
    return { result: undefined, seen: 'kicked, and both streams ended' };
  });
  const moKnew = new Map([stage, party].map(({ channelId }) => [channelId, known.acknowledged(channelId)]));

  await step('the server is killed in mid-sentence', async () => {
    const speaking = everybodySpeaks(talk, people.slice(0, -1), 1000);
    await sleep(120);
    const before = known.acknowledged(stage.channelId).length;
    await server.crash();
    await server.start();
    await speaking;
    const after = known.acknowledged(stage.channelId).length - before;
    return { result: undefined, seen: `kill -9, started again; ${after} deeds finished afterwards` };
  });
  await step('they talk on', () => speakFrom(2000, people.slice(0, -1)));
  await step('the song goes on', () => playSong({ community, known, from: rounds + 1, times: rounds }));
  await step('everybody hears the end', async () => {
    await untilHeard(stayers, stage, known);
    await untilHeard(stayers, party, known);
    return {
      result: undefined,
      seen: `${known.acknowledged(stage.channelId).length + known.acknowledged(party.channelId).length} events each`,
    };
  });
  await step('a late joiner is in sync from the log alone', async () => ({
    result: undefined,
    seen: await lateJoiner(server.url, community, stayers[0]!.heard(party.channelId)),
  }));
  await step('they mark it all read', async () => ({ result: undefined, seen: await markAllRead(stayers, stage) }));
  await step('pictures of the channel against a fresh answer', async () => {
    const present = await presentState(people[0]!, stage.channelId);
    const different = stayers.filter((one) => JSON.stringify(stateFrom(one.heard(stage.channelId))) !== JSON.stringify(present));
    if (different.length > 0) throw new Error(`${different.map(({ person }) => names.get(person.id)).join(', ')} see something else`);
    return { result: undefined, seen: `${present.length} messages, equal for ${stayers.length} clients` };
  });

  const ledger: LedgerRow[] = [];
  for (const [channel, place] of Object.entries({ stage, party })) {
    const { channelId } = place;
    const log = (await readAgain(people[0]!, place, known.acknowledged(channelId).length)).map(lineOf);
    for (const one of guests) {
      const client = names.get(one.person.id) ?? '';
      const expected = one === mo ? [...(moKnew.get(channelId) ?? []), logLine.revoked('KICKED')] : known.acknowledged(channelId);
      ledger.push(ledgerRow({ client, channel }, { expected, heard: one.heard(channelId), log }));
    }
  }
  await Promise.all(guests.map((one) => one.leave()));
  await Promise.all(people.map((person) => freshClient(person).close()));
  return { ledger, isEven: ledger.every(isEven) };
}
