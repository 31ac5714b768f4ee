import { randomUUID } from 'node:crypto';
import { type AppClient, type Person, signUp } from '@veza/local/story';

/** A community of people who may all write everywhere. */
export interface Place {
  readonly communityId: string;
  readonly channelIds: readonly string[];
  readonly owner: Person;
  readonly tokens: readonly string[];
}

async function made<Thing>(app: AppClient, document: string, input: object): Promise<Thing> {
  const data = await app.data<Record<string, Thing>>(document, { input });
  return Object.values(data)[0]!;
}

/** Opens one more channel of a community. */
export async function openChannel({ app }: Person, communityId: string, name: string): Promise<string> {
  const { channel } = await made<{ channel: { id: string } }>(app, 'CreateChannel', { communityId, name, kind: 'TEXT' });
  return channel.id;
}

/** Signs people up, and lets them join a community with so many channels. */
export async function openPlace(url: string, { people, channels }: { readonly people: number; readonly channels: number }): Promise<Place> {
  const owner = await signUp(url, 'Owner');
  const input = { name: 'Crowd', slug: `crowd-${randomUUID().slice(0, 8)}` };
  const { community } = await made<{ community: { id: string } }>(owner.app, 'CreateCommunity', input);
  const { invite } = await made<{ invite: { code: string } }>(owner.app, 'CreateInvite', { communityId: community.id });
  const channelIds: string[] = [];
  for (let number = 0; number < channels; number += 1) channelIds.push(await openChannel(owner, community.id, `channel-${number}`));
  const tokens: string[] = [];
  for (let number = 0; number < people; number += 1) {
    const person = await signUp(url, `P${number}`);
    await person.app.data('JoinCommunity', { input: { inviteCode: invite.code } });
    tokens.push(person.app.token ?? '');
  }
  return { communityId: community.id, channelIds, owner, tokens };
}
