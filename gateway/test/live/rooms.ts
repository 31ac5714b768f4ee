import { composeServices } from '@apollo/composition';
import { graphqlError, subgraphSchema, type Subgraph, type SubgraphContext } from '@veza/graphql';
import { parse } from 'graphql';
import { inProcessTransport } from '../../src/transport/in-process.ts';
import { type CallMeta, SubgraphFailure, type SubgraphTransport } from '../../src/transport/port.ts';

const HEAD = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective", "@inaccessible", "@key"])
    @link(url: "https://veza.dev/access/v1.0", import: ["@access"])
    @link(url: "https://veza.dev/live/v1.0", import: ["@live", "@viewer"])
    @composeDirective(name: "@access")
    @composeDirective(name: "@live")
    @composeDirective(name: "@viewer")
  directive @access(level: String!, scopes: [String!], rule: String) on OBJECT | FIELD_DEFINITION
  directive @live(share: String! = "VIEWER", policy: String! = "LOG", cursorArg: String, topicArg: String, admission: String) on FIELD_DEFINITION
  directive @viewer on FIELD_DEFINITION
`;

/** A subgraph with a topic that somebody admits to, and one with people to join. */
export const roomsSdl = {
  rooms: `${HEAD}
    type Query {
      roomName(id: ID!): String @access(level: "PUBLIC")
      roomAdmissions(roomId: ID!, userIds: [ID!]!): [RoomAdmission!]! @inaccessible @access(level: "INTERNAL")
    }
    type RoomAdmission @inaccessible { userId: ID!  isAdmitted: Boolean!  accessEpoch: String!  reason: EndReason  readsHistory: Boolean! }
    enum EndReason { KICKED  PERMISSION_CHANGED  EXPIRED  HISTORY_NOT_READABLE }
    type Subscription {
      roomEvents(roomId: ID!, after: String): RoomEvent! @access(level: "DOMAIN", rule: "roomEvents")
        @live(share: "TOPIC", policy: "LOG", cursorArg: "after", topicArg: "roomId", admission: "roomAdmissions")
    }
    interface RoomEvent { cursor: String!  occurredAt: String!  seq: Int @inaccessible  accessEpoch: String @inaccessible }
    type Said implements RoomEvent {
      cursor: String!  occurredAt: String!  seq: Int @inaccessible  accessEpoch: String @inaccessible
      text: String!  author: Person  isMine: Boolean @viewer
    }
    type AccessRevoked implements RoomEvent {
      cursor: String!  occurredAt: String!  seq: Int @inaccessible  accessEpoch: String @inaccessible  reason: EndReason!
    }
    type ResyncRequired implements RoomEvent {
      cursor: String!  occurredAt: String!  seq: Int @inaccessible  accessEpoch: String @inaccessible  reason: EndReason!
    }
    type FeedMark implements RoomEvent @inaccessible { cursor: String!  occurredAt: String!  seq: Int  accessEpoch: String }
    type Person @key(fields: "id", resolvable: false) @access(level: "PUBLIC") { id: ID! }`,
  people: `${HEAD}
    type Query { person(id: ID!): Person @access(level: "PUBLIC") }
    type Person @key(fields: "id") @access(level: "PUBLIC") { id: ID!  name: String! }`,
} as const;

/** Composes the supergraph. @param rooms another text for the first subgraph, as after a change of the schema */
export function roomsSupergraph(rooms: string = roomsSdl.rooms): string {
  const services = Object.entries({ ...roomsSdl, rooms }).map(([name, text]) => ({
    name,
    url: `http://${name}.invalid`,
    typeDefs: parse(text),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors) throw new Error(errors.map(String).join('\n'));
  return supergraphSdl;
}

interface Entry {
  readonly __typename: string;
  readonly cursor: string;
  readonly occurredAt: string;
  readonly seq: number | null;
  readonly accessEpoch: string;
  readonly text?: string;
  readonly author?: { readonly id: string };
}

/** One room whose log, members and faults a test decides about. */
export class Rooms {
  /** Who opened an upstream. */
  readonly openedBy: string[] = [];
  /** Everybody who was asked about, one list for each call. */
  readonly admissionCalls: (readonly string[])[] = [];
  /** Calls to the subgraph of people. */
  joins = 0;
  open = 0;
  epoch = 1;
  /** Whether each upstream begins with a mark of where it stands. */
  marksBeginning = false;
  /** Epoch that admissions are decided under; behind `epoch` where the subgraph has not heard of the change yet. */
  admissionEpoch: number | undefined;
  readonly members = new Map<string, boolean>();
  /** Those who may not be given what they missed. */
  readonly newcomers = new Set<string>();
  readonly #log: Entry[] = [];
  readonly #streams = new Set<(entry: Entry | Error) => void>();

  say(text: string): void {
    const seq = this.#log.length + 1;
    const author = { id: 'person' };
    const stamp = { cursor: `c${seq}`, occurredAt: 'now', seq, accessEpoch: String(this.epoch) };
    this.#tell({ __typename: 'Said', ...stamp, text, author }, true);
  }

  /** Changes somebody's permission. @param isTold whether the log tells of it in silence */
  permit(userId: string, isMember: boolean, isTold = true): void {
    this.members.set(userId, isMember);
    this.epoch += 1;
    const cursor = `c${this.#log.length}`;
    if (isTold)
      this.#tell({ __typename: 'FeedMark', cursor, occurredAt: 'now', seq: this.#log.length, accessEpoch: String(this.epoch) }, false);
  }

  /** Begins anew, as if nothing had happened. Only when nobody follows. */
  reset(): void {
    this.#log.length = 0;
    this.admissionCalls.length = 0;
    this.openedBy.length = 0;
    this.members.clear();
    this.newcomers.clear();
    this.marksBeginning = false;
    this.joins = 0;
    this.epoch = 1;
    this.admissionEpoch = undefined;
  }

  /** Breaks every stream, as when the subgraph dies. */
  kill(): void {
    for (const tell of this.#streams) tell(new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'killed'));
  }

  admissions(userIds: readonly string[]) {
    this.admissionCalls.push(userIds);
    return userIds.map((userId) => {
      const isAdmitted = this.members.get(userId) ?? true;
      return {
        userId,
        isAdmitted,
        accessEpoch: String(this.admissionEpoch ?? this.epoch),
        reason: isAdmitted ? null : 'KICKED',
        readsHistory: !this.newcomers.has(userId),
      };
    });
  }

  async *follow(after: string | null | undefined, signal: AbortSignal): AsyncGenerator<Entry> {
    const waiting: (Entry | Error)[] = [];
    let wake = () => undefined as void;
    const tell = (entry: Entry | Error) => {
      waiting.push(entry);
      wake();
    };
    signal.addEventListener('abort', () => wake(), { once: true });
    this.#streams.add(tell);
    this.open += 1;
    try {
      if (this.marksBeginning) {
        const stamp = { cursor: after ?? `c${this.#log.length}`, seq: Number(after?.slice(1) ?? this.#log.length) };
        yield { __typename: 'FeedMark', occurredAt: 'now', accessEpoch: String(this.epoch), ...stamp };
      }
      if (typeof after === 'string') yield* this.#log.slice(Number(after.slice(1)));
      while (!signal.aborted) {
        const next = waiting.shift();
        if (next instanceof Error) throw next;
        if (next) yield next;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      this.#streams.delete(tell);
      this.open -= 1;
    }
  }

  #tell(entry: Entry, isKept: boolean): void {
    if (isKept) this.#log.push(entry);
    for (const tell of this.#streams) tell(entry);
  }
}

const nameOf = ({ caller }: CallMeta) =>
  caller.kind === 'user' ? caller.userId : caller.kind === 'service' ? caller.service : caller.kind;

function roomsSubgraph(rooms: Rooms, sdl: string): Subgraph {
  const schema = subgraphSchema<SubgraphContext>({
    name: 'rooms',
    sdl,
    resolvers: [
      {
        Query: {
          roomName: () => 'a room',
          roomAdmissions: (_root: unknown, { userIds }: { userIds: readonly string[] }) => rooms.admissions(userIds),
        },
        Subscription: {
          roomEvents: {
            subscribe(_root: unknown, { roomId, after }: { roomId: string; after?: string | null }, { request }: SubgraphContext) {
              if (roomId !== 'room' || request.caller.kind === 'anonymous') throw graphqlError('NOT_FOUND', 'no such room');
              return rooms.follow(after, request.signal);
            },
            resolve: (entry: unknown) => entry,
          },
        },
        Said: { isMine: (_said: unknown, _args: unknown, { caller }: SubgraphContext) => caller.kind === 'user' },
      },
    ],
    entities: {},
    rules: { roomEvents: 'use-case' },
  });
  return { name: 'rooms', schema, context: (request) => ({ request, caller: request.caller }), background: {} };
}

function peopleSubgraph(): Subgraph {
  const byIds = (references: readonly { readonly id: string }[]) =>
    Promise.resolve(references.map(({ id }) => ({ id, name: `name of ${id}` })));
  const schema = subgraphSchema<SubgraphContext>({
    name: 'people',
    sdl: roomsSdl.people,
    resolvers: [{ Query: { person: (_root: unknown, { id }: { id: string }) => ({ id, name: `name of ${id}` }) } }],
    entities: { Person: byIds },
    rules: {},
  });
  return { name: 'people', schema, context: (request) => ({ request, caller: request.caller }), background: {} };
}

/** Transports to the two subgraphs; a dying stream is a lost subgraph, as over a socket. */
export function roomsTransports(rooms: Rooms, sdl: string = roomsSdl.rooms): Map<string, SubgraphTransport> {
  const [room, people] = [inProcessTransport(roomsSubgraph(rooms, sdl)), inProcessTransport(peopleSubgraph())];
  return new Map<string, SubgraphTransport>([
    [
      'rooms',
      {
        ...room,
        async *subscribe(...args) {
          rooms.openedBy.push(nameOf(args[2]));
          for await (const answer of room.subscribe(...args)) {
            const code = answer.data === undefined ? answer.errors?.[0]?.extensions?.['code'] : undefined;
            if (code === 'INTERNAL_SERVER_ERROR') throw new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'the stream broke');
            yield answer;
          }
        },
      },
    ],
    [
      'people',
      {
        ...people,
        call(...args) {
          rooms.joins += 1;
          return people.call(...args);
        },
      },
    ],
  ]);
}
