import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../people.ts';
import type { Community } from './community.ts';
import type { Deeds } from './deeds.ts';
import type { Guest } from './guest.ts';

const EMOJI = ['🔥', '🎧', '👏', '✨'] as const;
/** Between two sends of one person: slower than the rate that one person may keep up. */
const PAUSE_MS = 110;

/** What the talk needs. */
export interface Talk {
  readonly community: Community;
  readonly deeds: Deeds;
  readonly guests: readonly Guest[];
}

/** One person's round: a message, an answer to the one before, and something done to what was said. */
async function speak(
  { community: { stage }, deeds }: Talk,
  person: Person,
  { round, index }: { readonly round: number; readonly index: number },
) {
  const { channelId } = stage;
  const nonce = `${round} ${index}`;
  const first = await deeds.send(person, { channelId, nonce, content: `round ${round}, number ${index}` });
  await sleep(PAUSE_MS);
  const answer = await deeds.send(person, { channelId, nonce: `${nonce} more`, content: `and <@${person.id}> goes on`, replyToId: first });
  const emoji = EMOJI[(round + index) % EMOJI.length] ?? '🔥';
  if (index % 2 === 0) await deeds.react(person, channelId, { messageId: first, emoji });
  if (index % 3 === 0) await deeds.edit(person, channelId, { messageId: first, content: `round ${round}, number ${index}, said better` });
  if (index % 4 === 1) await deeds.remove(person, channelId, answer);
  if (index === 0) await deeds.pin(person, channelId, first);
  await sleep(PAUSE_MS);
}

/** Everybody speaks at once, and some lines break meanwhile. Answers how many lines broke. */
export async function everybodySpeaks(talk: Talk, speakers: readonly Person[], round: number): Promise<number> {
  const shaky = talk.guests.filter((_guest, index) => index % 4 === round % 4);
  const speaking = Promise.all(speakers.map((person, index) => speak(talk, person, { round, index })));
  await sleep(PAUSE_MS / 2);
  await Promise.all(shaky.map((guest) => guest.hangUp()));
  await speaking;
  return shaky.length;
}
