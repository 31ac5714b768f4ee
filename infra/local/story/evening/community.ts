import { randomUUID } from 'node:crypto';
import { appClient } from '../client.ts';
import { type Person, signUp } from '../people.ts';
import { wavSong } from '../song.ts';
import { createTrack, createUpload, processed } from '../song-on-air.ts';
import type { StoryTeller } from '../steps.ts';
import { upload } from '../upload.ts';
import type { Place } from './guest.ts';

const NAMES = ['Ada', 'Ben', 'Cleo', 'Dev', 'Eve', 'Finn', 'Gia', 'Hugo', 'Iris', 'Mo'] as const;
const SONG_SECONDS = 3;

/** Where the evening takes place, and who is there. */
export interface Community {
  readonly id: string;
  readonly inviteCode: string;
  /** Ada, who owns it, first; Mo, who will have to go, last. */
  readonly people: readonly Person[];
  readonly names: ReadonlyMap<string, string>;
  readonly stage: Place;
  readonly party: Place;
  readonly trackId: string;
}

interface Made<Field extends string, Thing> {
  readonly made: Readonly<Record<Field, Thing>>;
}

/** Runs a mutation and answers the one field of its payload that is wanted. */
async function make<Thing>(person: Person, document: string, input: object, field: string): Promise<Thing> {
  const data = await person.app.data<Record<string, Record<string, Thing>>>(document, { input });
  const { made }: Made<string, Thing> = { made: Object.values(data)[0] ?? {} };
  const thing = made[field];
  if (thing === undefined) throw new Error(`${document} answered no ${field}`);
  return thing;
}

/** A channel and the place in its log before anything happened there. */
async function openChannel(ada: Person, communityId: string, name: string, kind: string): Promise<Place> {
  const { id } = await make<{ id: string }>(ada, 'CreateChannel', { communityId, name, kind }, 'channel');
  const { channel } = await ada.app.data<{ channel: { eventCursor: string } }>('ChannelHistory', { id, last: 1 });
  return { channelId: id, cursor: channel.eventCursor };
}

async function publishSong({ app }: Person): Promise<string> {
  const song = wavSong({ seconds: SONG_SECONDS });
  const created = await createUpload(app, 'opening.wav', song.length);
  await upload(created.url, song);
  const trackId = await createTrack(app, created.id, 'Opening');
  const { state } = await processed(app, trackId);
  if (state !== 'READY') throw new Error(`the song ended in ${state}`);
  return trackId;
}

/** Ten people sign up; Ada opens a community with a stage and a listening party, and the others come in by her invite. */
export async function openEvening(url: string, { step }: StoryTeller): Promise<Community> {
  const people = await step('ten people sign up', async () => {
    const all: Person[] = [];
    for (const name of NAMES) all.push(await signUp(url, name));
    return { result: all, seen: NAMES.join(', ') };
  });
  const [ada, ...others] = people as [Person, ...Person[]];
  const place = await step('Ada opens a community', async () => {
    const { id } = await make<{ id: string }>(
      ada,
      'CreateCommunity',
      { name: 'The evening', slug: `evening-${randomUUID().slice(0, 8)}` },
      'community',
    );
    const stage = await openChannel(ada, id, 'stage', 'TEXT');
    const party = await openChannel(ada, id, 'party', 'LISTENING_PARTY');
    return { result: { id, stage, party }, seen: 'a stage and a listening party' };
  });
  const inviteCode = await step('nine come in by her invite', async () => {
    const { code } = await make<{ code: string }>(ada, 'CreateInvite', { communityId: place.id }, 'invite');
    for (const person of others) await person.app.data('JoinCommunity', { input: { inviteCode: code } });
    return { result: code, seen: `${others.length} joined` };
  });
  const trackId = await step('she has a song to play', async () => ({ result: await publishSong(ada), seen: 'READY' }));
  const names = new Map(people.map((person, index) => [person.id, NAMES[index] ?? '']));
  return { ...place, inviteCode, people, names, trackId };
}

/** A client of somebody on a line of its own. */
export function freshClient({ app }: Person) {
  return appClient(app.url, app.token);
}
