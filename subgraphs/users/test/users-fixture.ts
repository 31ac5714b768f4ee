import { randomBytes } from 'node:crypto';
import { accessTokenVerifier, type UserCaller } from '@veza/auth';
import { idGenerator } from '@veza/kernel';
import { inProcessKeyValue, inProcessRateLimiter } from '@veza/key-value/in-process';
import type { EventEnvelope, EventLog } from '@veza/messaging';
import { inProcessEventBus } from '@veza/messaging/in-process';
import { messagingMigrations } from '@veza/postgres';
import { silentLog } from '@veza/telemetry';
import {
  executeOperation,
  fixedClock,
  type FixedClock,
  type OperationResult,
  testDatabase,
  type TestDatabase,
  type TestRequest,
} from '@veza/testing';
import {
  DEFAULT_USERS_LIMITS,
  type OutgoingMail,
  type UsersDependencies,
  usersMigrations,
  type UsersSubgraph,
  usersSubgraph,
} from '../src/app.ts';

const PUBLIC_URL = 'https://veza.test';

/** A password that every rule lets pass. */
export const GOOD_PASSWORD = 'correct-staple-47-lamp';

/** Tokens and id of a session, as `SessionTokens` selects them. */
export interface SessionAnswer {
  readonly id: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly user: { readonly id: string; readonly username: string };
}

/** The payload of a mutation that answers a session. */
export interface SessionPayload {
  readonly session: SessionAnswer | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] | null }[];
}

const SESSION =
  'session { id accessToken accessTokenExpiresAt refreshToken refreshTokenExpiresAt user { id username } } userErrors { code path }';

/** The subgraph on a database of its own, with everything around it in reach of the test. */
export interface UsersFixture extends AsyncDisposable {
  readonly subgraph: UsersSubgraph;
  readonly clock: FixedClock;
  readonly mails: OutgoingMail[];
  readonly events: EventEnvelope[];
  readonly testDatabase: TestDatabase;
  readonly sql: TestDatabase['admin'];
  /** The same database behind a fresh subgraph, as after a restart. */
  restarted(changes?: Partial<UsersDependencies>): UsersSubgraph;
  run<Data>(document: string, variables?: Readonly<Record<string, unknown>>, request?: TestRequest): Promise<OperationResult<Data>>;
  signUp(username: string, changes?: Readonly<Record<string, unknown>>, request?: TestRequest): Promise<SessionPayload>;
  signIn(identifier: string, password?: string, request?: TestRequest): Promise<OperationResult<{ signIn: SessionPayload }>>;
  /** @param by the process that is asked, the first one by default */
  refresh(refreshToken: string, idempotencyKey?: string, by?: UsersSubgraph): Promise<SessionPayload>;
  /** A new account that is signed in. */
  join(username: string): Promise<SessionAnswer>;
  /** Who an access token speaks for. */
  callerOf(session: Pick<SessionAnswer, 'accessToken'>): Promise<UserCaller>;
  /** The token in the newest mail of a template. */
  mailedToken(template: OutgoingMail['template']): Promise<string>;
}

function recordingEventLog(events: EventEnvelope[]): EventLog {
  return {
    append: async (added) => void events.push(...added),
    consume: async () => undefined,
    deliverDue: async () => 0,
    lag: async () => 0,
  };
}

const nobody = { kind: 'anonymous', scopes: [] } as const;

/** Opens a fixture. Dispose it, or its database stays. */
export async function usersFixture(changes: Partial<UsersDependencies> = {}): Promise<UsersFixture> {
  const database = await testDatabase({ schema: 'users', folders: [messagingMigrations, usersMigrations] });
  const clock = fixedClock();
  const mails: OutgoingMail[] = [];
  const events: EventEnvelope[] = [];
  const dependencies: UsersDependencies = {
    database: database.database,
    eventLog: recordingEventLog(events),
    eventBus: inProcessEventBus(),
    keyValue: inProcessKeyValue({ clock }),
    rateLimiter: inProcessRateLimiter({ clock }),
    mail: { send: async (mail) => void mails.push(mail) },
    clock,
    newId: idGenerator(clock, randomBytes),
    random: randomBytes,
    log: silentLog,
    tracks: { findMany: (_type, ids) => Promise.resolve(ids.map(() => null)) },
    publicUrl: PUBLIC_URL,
    mediaUrl: 'https://media.veza.test',
    environment: 'test',
    cursorSecret: new Uint8Array(32).fill(1),
    keyEncryptionKey: new Uint8Array(32).fill(2),
    passwordPeppers: [{ id: 'p1', key: new Uint8Array(32).fill(3) }],
    limits: DEFAULT_USERS_LIMITS,
    ...changes,
  };
  const subgraph = usersSubgraph(dependencies);
  const verifier = accessTokenVerifier({ issuer: PUBLIC_URL, keySet: subgraph.keySet, clock });

  const run: UsersFixture['run'] = (document, variables, request) => executeOperation(subgraph, document, variables, request);
  const answerOf = async (by: UsersSubgraph, field: string, input: Readonly<Record<string, unknown>>, request?: TestRequest) => {
    const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
    const document = `mutation($input: ${type}!) { ${field}(input: $input) { ${SESSION} } }`;
    const { data, errors } = await executeOperation<Record<string, SessionPayload>>(by, document, { input }, request);
    if (!data) throw new Error(`${field} failed: ${JSON.stringify(errors)}`);
    return data[field]!;
  };

  const fixture: UsersFixture = {
    subgraph,
    clock,
    mails,
    events,
    testDatabase: database,
    sql: database.admin,
    restarted: (more) => usersSubgraph({ ...dependencies, ...more }),
    run,
    signUp: (username, more = {}, request) =>
      answerOf(subgraph, 'signUp', { username, email: `${username}@example.org`, password: GOOD_PASSWORD, ...more }, request),
    signIn: (identifier, password = GOOD_PASSWORD, request = nobody) =>
      run(`mutation($input: SignInInput!) { signIn(input: $input) { ${SESSION} } }`, { input: { identifier, password } }, request),
    refresh: (refreshToken, idempotencyKey, by = subgraph) =>
      answerOf(by, 'refreshSession', { refreshToken }, { caller: nobody, ...(idempotencyKey && { idempotencyKey }) }),
    async join(username) {
      const { session, userErrors } = await fixture.signUp(username);
      if (!session) throw new Error(`${username} cannot join: ${JSON.stringify(userErrors)}`);
      return session;
    },
    async callerOf({ accessToken }) {
      const caller = await verifier.verify(accessToken);
      if (!caller) throw new Error('the access token does not verify');
      return caller;
    },
    async mailedToken(template) {
      await subgraph.background['mailDelivery']!.runOnce();
      const token = mails.findLast((mail) => mail.template === template)?.data.token;
      if (!token) throw new Error(`no mail ${template} with a token`);
      return token;
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
  return fixture;
}
