import { type Caller, type UserCaller, viewerId } from '@veza/auth';
import type { Log } from '@veza/telemetry';
import { GraphQLError, parse } from 'graphql';
import { inProcessExecutor } from '../src/execution/in-process-executor.ts';
import { graphqlError } from '../src/graphql-error.ts';
import type { RequestMeta, Subgraph, SubgraphContext } from '../src/subgraph.ts';
import { type SubgraphDefinition, subgraphSchema } from '../src/subgraph-schema.ts';

/** The head that every subgraph's SDL begins with. */
export const head = /* GraphQL */ `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective", "@key"])
    @link(url: "https://veza.dev/access/v1.0", import: ["@access"])
    @composeDirective(name: "@access")
  directive @access(level: String!, scopes: [String!], rule: String) on OBJECT | FIELD_DEFINITION
`;

export const notesSdl = /* GraphQL */ `
  ${head}
  scalar DateTime
  scalar Decimal
  scalar JSON
  interface Node {
    id: ID!
  }
  type Note implements Node @key(fields: "id") @access(level: "OWNER", rule: "note.owner") {
    id: ID!
    text(prefix: String): String!
    writtenAt: DateTime!
    reports: Int @access(level: "STAFF", scopes: ["moderation:read"])
  }
  type Label implements Node @key(fields: "id") @access(level: "PUBLIC") {
    id: ID!
    name: String!
    hint: String @access(level: "VIEWER")
  }
  type Ledger @key(fields: "id") @access(level: "INTERNAL") {
    id: ID!
    total: Decimal!
  }
  type Room @key(fields: "id") @access(level: "DOMAIN", rule: "room.view") {
    id: ID!
  }
  type Track @key(fields: "id", resolvable: false) @access(level: "OWNER", rule: "track.owner") {
    id: ID!
  }
  union Found = Note | Label
  input Filter {
    text: String
    ids: [ID!]
    and: [Filter!]
  }
  type Tick {
    number: Int!
    contextNumber: Int!
    deadlineIn: Int!
    note: Note
  }
  type Counted {
    plain: Int
    late: Int
  }
  type Query {
    counted: Counted @access(level: "PUBLIC")
    note(id: ID!): Note @access(level: "PUBLIC")
    label: Label! @access(level: "PUBLIC")
    track: Track @access(level: "PUBLIC")
    found(name: String!): Found @access(level: "PUBLIC")
    search(filter: Filter, limit: Int = 10, since: DateTime, more: JSON): String @access(level: "PUBLIC")
    mine: String @access(level: "VIEWER")
    reported: String @access(level: "STAFF", scopes: ["moderation:read"])
    internal: String @access(level: "INTERNAL")
    whoAmI: String @access(level: "PUBLIC")
    fails(how: String!): String @access(level: "PUBLIC")
    bigNumber: Int! @access(level: "PUBLIC")
  }
  type Mutation {
    write(text: String!): String @access(level: "VIEWER")
  }
  type Subscription {
    ticks(count: Int!, then: String): Tick! @access(level: "VIEWER")
    badStart: Tick! @access(level: "PUBLIC")
  }
`;

export interface Note {
  readonly id: string;
  readonly ownerId: string;
  readonly text: string;
  readonly writtenAt: Date;
}

/** The context of the notes; its number tells one context from the next. */
export interface NotesContext extends SubgraphContext {
  readonly contextNumber: number;
}

/** An error of a driver, as the subgraph translates it. */
export class DriverError extends Error {}

export const alice: UserCaller = {
  kind: 'user',
  userId: 'user_alice',
  sessionId: 'session_alice',
  authVersion: 1,
  scopes: [],
  methods: ['pwd'],
  authTime: 0,
  expiresAt: 0,
};
export const bob: UserCaller = { ...alice, userId: 'user_bob', sessionId: 'session_bob' };
export const moderator: UserCaller = { ...alice, userId: 'user_moderator', scopes: ['moderation:read'] };

const notes: readonly Note[] = [
  { id: 'note_alice', ownerId: 'user_alice', text: 'hers', writtenAt: new Date('2026-01-31T09:30:00Z') },
  { id: 'note_bob', ownerId: 'user_bob', text: 'his', writtenAt: new Date('2026-01-31T09:30:00Z') },
];
const noteOf = (id: string) => notes.find((note) => note.id === id) ?? null;
const label = { id: 'label_1', name: 'blue', hint: 'cold' };

function fail(how: string): never {
  if (how === 'driver') throw new DriverError('relation "secret_table" does not exist');
  if (how === 'coded') throw graphqlError('CONFLICT', 'somebody was faster');
  if (how === 'foreign code') throw new GraphQLError('secret', { extensions: { code: 'SOMETHING' } });
  if (how === 'no error') throw 'secret';
  throw new Error('secret', { cause: new Error('deeper secret') });
}

async function* countTo(count: number, then: string | null | undefined, signal: AbortSignal, onEnd: () => void) {
  try {
    for (let number = 1; number <= count; number += 1) yield { number };
    if (then) fail(then);
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  } finally {
    onEnd();
  }
}

const describeCaller = (caller: Caller) => viewerId(caller) ?? caller.kind;

export interface NotesOptions extends Partial<
  Pick<SubgraphDefinition<NotesContext>, 'log' | 'translateError' | 'entities' | 'rules' | 'resolvers' | 'sdl'>
> {
  /** Called when a source of ticks has come to its end. */
  readonly onSourceEnd?: () => void;
  /** Called with every text that a mutation wrote. */
  readonly onWrite?: (text: string) => void;
}

/** A small subgraph that has one of everything that the kit enforces. */
export function notesSubgraph(options: NotesOptions = {}): Subgraph<NotesContext> {
  const { onSourceEnd = () => undefined, onWrite = () => undefined, ...overrides } = options;
  let contexts = 0;
  const query = {
    note: (_root: unknown, { id }: { id: string }) => noteOf(id),
    counted: () => ({ plain: Promise.resolve(1), late: () => Promise.resolve(2) }),
    label: () => label,
    track: () => ({ id: 'track_1' }),
    found: (_root: unknown, { name }: { name: string }) =>
      name === 'blue' ? { __typename: 'Label', ...label } : { __typename: 'Note', ...noteOf(name) },
    search: (_root: unknown, args: object) => JSON.stringify(args),
    mine: () => 'yours',
    reported: () => 'reported',
    internal: () => 'internal',
    whoAmI: (_root: unknown, _args: unknown, { caller, request }: NotesContext) => `${describeCaller(caller)} ${request.requestId}`,
    fails: (_root: unknown, { how }: { how: string }) => fail(how),
    bigNumber: () => 2 ** 40,
  };
  const subscription = {
    ticks: {
      subscribe: (_root: unknown, { count, then }: { count: number; then?: string | null }, { request }: NotesContext) =>
        countTo(count, then, request.signal, onSourceEnd),
      resolve: (event: object) => event,
    },
    badStart: { subscribe: () => fail('error') },
  };
  const schema = subgraphSchema<NotesContext>({
    name: 'notes',
    sdl: notesSdl,
    resolvers: [
      { Query: query },
      { Mutation: { write: (_root: unknown, { text }: { text: string }) => (onWrite(text), text) } },
      { Subscription: subscription },
      { Note: { text: ({ text }: Note, { prefix }: { prefix?: string | null }) => `${prefix ?? ''}${text}`, reports: () => 3 } },
      {
        Tick: {
          contextNumber: (_tick: unknown, _args: unknown, { contextNumber }: NotesContext) => contextNumber,
          deadlineIn: (_tick: unknown, _args: unknown, { request }: NotesContext) => Math.round(request.deadlineAt - Date.now()),
          note: () => noteOf('note_alice'),
        },
      },
    ],
    entities: {
      Note: (references) => Promise.resolve(references.map(({ id }) => noteOf(id))),
      Label: (references) => Promise.resolve(references.map(({ id }) => (id === label.id ? label : null))),
      Ledger: (references) => Promise.resolve(references.map(({ id }) => ({ id, total: '12.50' }))),
      Room: (references) => Promise.resolve(references.map(() => null)),
    },
    rules: { 'note.owner': (note: Note, { caller }) => note.ownerId === viewerId(caller), 'room.view': 'use-case' },
    ...overrides,
  });
  return {
    name: 'notes',
    schema,
    context: (request) => ({ request, caller: request.caller, contextNumber: (contexts += 1) }),
    background: {},
  };
}

/** A request of `caller` that nothing is short of. */
export function requestOf(caller: Caller, meta: Partial<RequestMeta> = {}): RequestMeta {
  return { caller, requestId: 'request-1', deadlineAt: Date.now() + 10_000, signal: new AbortController().signal, ...meta };
}

/** One line of a log. */
export interface LogLine {
  readonly level: string;
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A log that keeps its lines. */
export function recordingLog(): Log & { readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const level =
    (name: string) =>
    (event: string, fields: Readonly<Record<string, unknown>> = {}) =>
      void lines.push({ level: name, event, fields });
  return { lines, debug: level('debug'), info: level('info'), warn: level('warn'), error: level('error') };
}

/** Asks the notes; the answer's data is plain, its errors are their codes. */
export function asker(options: NotesOptions = {}) {
  const executor = inProcessExecutor(notesSubgraph(options));
  return async (text: string, caller: Caller = alice, variables: Readonly<Record<string, unknown>> = {}) => {
    const { data, errors } = await executor.execute(parse(text), variables, requestOf(caller));
    const plain = data === undefined ? undefined : (JSON.parse(JSON.stringify(data)) as unknown);
    return { data: plain, codes: errors?.map(({ extensions }) => extensions['code']) };
  };
}
