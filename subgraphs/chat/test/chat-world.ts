import type { Caller, UserCaller } from '@veza/auth';
import type { EntityLookup } from '@veza/graphql';
import { type Id, idGenerator } from '@veza/kernel';
import { inProcessKeyValue, inProcessRateLimiter } from '@veza/key-value/in-process';
import type { EventBus } from '@veza/messaging';
import { inProcessEventBus } from '@veza/messaging/in-process';
import { eventLogMigrations, postgresEventLog } from '@veza/messaging/postgres';
import { messagingMigrations } from '@veza/postgres';
import { type Log, silentLog } from '@veza/telemetry';
import { fixedClock, type OperationResult, testDatabase, userCaller } from '@veza/testing';
import { randomBytes } from 'node:crypto';
import { chatMigrations, chatSubgraph, type ChatDependencies, type ChatSubgraph } from '../src/app.ts';
import { askChat } from './ask-chat.ts';

/** Shows errors that clients do not see. */
const loudLog: Log = { ...silentLog, error: (event, fields) => console.error(event, fields) };

/** A rate that never refuses. */
const OFF = { capacity: 0, refillPerSecond: 1 };

/** A track as the tracks subgraph would answer it. */
export interface KnownTrack {
  readonly visibility: 'PUBLIC' | 'UNLISTED' | 'PRIVATE';
  readonly durationMs: number | null;
  readonly state: string;
}

/** An upload as the tracks subgraph would answer it to a service. */
export interface KnownUpload {
  readonly [field: string]: unknown;
  readonly state: string;
  readonly purpose: string;
  readonly ownerId: string;
}

/** A person as the users subgraph would answer them. */
export interface KnownPerson {
  readonly [field: string]: unknown;
  readonly username: string;
  readonly displayName: string;
  readonly avatar: { readonly url: string } | null;
}

/** Answer of a client document: its data, loosely typed, or a thrown test failure. */
// A test knows what it asked for.
// oxlint-disable-next-line typescript/no-explicit-any
type Answer = any;

/** Chat on a database of its own, with people, tracks and a clock that the test holds. */
export async function chatWorld(options: Partial<Pick<ChatDependencies, 'limits' | 'rates'>> = {}) {
  const databases = await testDatabase({
    schemas: [
      { schema: 'chat', folders: [messagingMigrations, chatMigrations] },
      { schema: 'event_log', folders: [eventLogMigrations] },
    ],
  });
  const clock = fixedClock();
  const newId = idGenerator(clock, randomBytes);
  const keyValue = inProcessKeyValue({ clock });
  const eventLog = postgresEventLog({ url: databases.url, log: silentLog });
  const tracks = new Map<string, KnownTrack>();
  const uploads = new Map<string, KnownUpload>();
  const lookups: string[] = [];
  let areLookupsBroken = false;
  const trackLookup: EntityLookup = {
    async findMany(type, ids) {
      if (areLookupsBroken) throw new Error('tracks is away');
      lookups.push(...ids);
      if (type === 'Upload') return ids.map((id) => uploads.get(id) ?? null);
      return ids.map((id) => {
        const track = tracks.get(id);
        return track ? { id, visibility: track.visibility, durationMs: track.durationMs, processing: { state: track.state } } : null;
      });
    },
  };

  const people = new Map<string, KnownPerson>();
  const userLookup: EntityLookup = {
    async findMany(_type, ids) {
      if (areLookupsBroken) throw new Error('users is away');
      lookups.push(...ids);
      return ids.map((id) => people.get(id) ?? null);
    },
  };

  /** One process of chat. Several may run on the same database. */
  const start = (eventBus: EventBus = inProcessEventBus()): ChatSubgraph =>
    chatSubgraph({
      database: databases.database,
      eventLog,
      eventBus,
      rateLimiter: inProcessRateLimiter({ clock }),
      keyValue,
      users: userLookup,
      mediaUrl: 'https://media.example',
      publicUrl: 'https://veza.example',
      attachmentKeys: { current: () => Promise.resolve({ kid: 'k1', secret: Buffer.alloc(32, 9) }) },
      tracks: trackLookup,
      clock,
      newId,
      random: randomBytes,
      cursorSecret: Buffer.alloc(32, 7),
      log: loudLog,
      limits: options.limits ?? {},
      rates: { send: OFF, change: OFF, join: OFF, open: OFF, typing: OFF, playbackSync: OFF, webhook: OFF, manage: OFF, ...options.rates },
    });

  const chat = start();
  const ask = async (
    name: string,
    variables: Readonly<Record<string, unknown>>,
    caller: Caller,
    process = chat,
  ): Promise<OperationResult<Answer>> => askChat(process, { document: name, variables, caller }) as Promise<OperationResult<Answer>>;

  const answer = ({ data, errors }: OperationResult<Answer>): Answer => {
    if (errors) throw new Error(JSON.stringify(errors));
    return Object.values(data as object)[0];
  };

  const world = {
    chat,
    start,
    ask,
    clock,
    tracks,
    uploads,
    people,
    lookups,
    eventLog,
    database: databases.database,
    admin: databases.admin,
    newId,
    person: (): UserCaller => userCaller(newId('user')),
    failLookups(isBroken: boolean) {
      areLookupsBroken = isBroken;
    },
    newTrack(track: Partial<KnownTrack> = {}): Id<'track'> {
      const id = newId('track');
      tracks.set(id, { visibility: 'PUBLIC', durationMs: 180_000, state: 'READY', ...track });
      return id;
    },

    /** Runs a client document, or one of the test's own, that must succeed, and answers its only root field. */
    async run(document: string, variables: Readonly<Record<string, unknown>>, caller: Caller, process = chat): Promise<Answer> {
      return answer(await ask(document, variables, caller, process));
    },

    /** A mutation with its input, which must be carried out. */
    async act(name: string, input: Readonly<Record<string, unknown>>, caller: UserCaller, process = chat): Promise<Answer> {
      const payload = await world.run(name, { input }, caller, process);
      if (payload.userErrors.length > 0) throw new Error(`${name}: ${JSON.stringify(payload.userErrors)}`);
      return payload;
    },

    /** The refusals of a mutation, as `code path`. */
    async refusal(name: string, input: Readonly<Record<string, unknown>>, caller: UserCaller): Promise<readonly string[]> {
      const payload = await world.run(name, { input }, caller);
      return payload.userErrors.map(({ code, path }: { code: string; path: string[] | null }) => [code, ...(path ?? [])].join(' '));
    },

    /** A community with its owner, some members and a channel. */
    async community(members = 1, kind = 'TEXT', more: Readonly<Record<string, unknown>> = {}) {
      const owner = world.person();
      const slug = `c-${randomBytes(6).toString('hex')}`;
      const { community } = await world.act('CreateCommunity', { name: 'Night owls', slug }, owner);
      const { channel } = await world.act('CreateChannel', { communityId: community.id, name: 'talk', kind, ...more }, owner);
      const { invite } = await world.act('CreateInvite', { communityId: community.id }, owner);
      const people: UserCaller[] = [];
      for (let count = 0; count < members; count += 1) {
        const person = world.person();
        await world.act('JoinCommunity', { inviteCode: invite.code }, person);
        people.push(person);
      }
      return {
        owner,
        member: people[0]!,
        people,
        slug,
        communityId: community.id as string,
        channelId: channel.id as string,
        inviteCode: invite.code as string,
      };
    },

    /** Sends a text under a fresh nonce. */
    async send(channelId: string, content: string, caller: UserCaller, more: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
      const nonce = randomBytes(8).toString('hex');
      return (await world.act('SendMessage', { channelId, nonce, content, ...more }, caller)).message;
    },

    async [Symbol.asyncDispose]() {
      await eventLog[Symbol.asyncDispose]();
      await databases[Symbol.asyncDispose]();
    },
  };
  return world;
}

export type ChatWorld = Awaited<ReturnType<typeof chatWorld>>;
