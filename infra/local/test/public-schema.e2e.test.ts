import { isErrorCode } from '@veza/graphql';
import { createClient } from 'graphql-ws';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Person, signUp } from '../story/index.ts';
import { aboutThem, ask, type PrivateThings, privateThings } from './private-things.ts';
import { operationText, publishedRootFields, type RootField, type TextInput, textInputs, variablesOf } from './public-schema.ts';
import { startVezaProcess, temporaryFolder, type VezaProcess } from './veza-process.ts';

interface Answer {
  readonly data?: Readonly<Record<string, { readonly userErrors?: readonly object[] } | null>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string; readonly requestId: string } }[];
}

const TOO_BIG = new Set(['OPERATION_LIMIT_EXCEEDED', 'COST_LIMIT_EXCEEDED']);
const OUR_FAULTS = new Set(['INTERNAL_SERVER_ERROR', 'SUBGRAPH_INVALID_RESPONSE', 'SUBGRAPH_UNAVAILABLE', 'OPERATION_TIMEOUT']);
/** What is Ada's and could be changed, as she sees it. */
const ALL_OF_IT = `query ($channel: ID!, $community: ID!, $track: ID!, $listing: ID!, $upload: ID!, $playlist: ID!) {
  channel(id: $channel) { name topic messages(last: 5) { nodes { content isPinned isDeleted reactions { count } } } }
  community(id: $community) { name memberCount channels { id } }
  track(id: $track) { title genre visibility likeCount comments { nodes { body } } }
  listing(id: $listing) { title state }
  upload(id: $upload) { state }
  playlist(id: $playlist) { title visibility items { nodes { id } } }
  viewer { user { displayName bio } sessions { nodes { id } } }
}`;

const folder = temporaryFolder('public-schema');
let veza: VezaProcess;
let things: PrivateThings;
let fields: readonly RootField[];

async function overHttp(query: string, variables: object, token: string | undefined): Promise<Answer> {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const response = await fetch(`${veza.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return (await response.json()) as Answer;
}

/** Milliseconds after which a stream that was admitted and tells nothing counts as having nothing to tell. */
const QUIET_MS = 2_000;

async function overSocket(query: string, variables: Record<string, unknown>, token: string | undefined): Promise<Answer> {
  const url = `${veza.url.replace('http', 'ws')}/graphql`;
  const connectionParams = token ? { authorization: `Bearer ${token}` } : {};
  const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams });
  try {
    const quiet = sleep(QUIET_MS).then(() => ({ value: { data: null } }));
    const { value } = (await Promise.race([client.iterate({ query, variables }).next(), quiet])) as { value: Answer };
    return value;
  } catch (errors) {
    return { errors } as Answer;
  } finally {
    await client.dispose();
  }
}

/** Asks for as much of a root field as one operation may hold. */
async function askForAll(field: RootField, token: string | undefined): Promise<Answer> {
  const variables = variablesOf(field, aboutThem(things, field.name));
  const send = field.operation === 'subscription' ? overSocket : overHttp;
  for (let depth = 4; depth > 0; depth -= 1) {
    const answer = await send(operationText(field, depth), variables, token);
    if (!answer.errors?.some(({ extensions }) => TOO_BIG.has(extensions.code))) return answer;
  }
  throw new Error(`${field.name} fits in no operation`);
}

/** What an answer must not hold, whatever was asked. */
function faultsOf({ errors = [], data }: Answer): readonly string[] {
  const shapes = errors.filter(({ extensions }) => !isErrorCode(extensions?.code) || !extensions.requestId).map(({ message }) => message);
  const ours = errors.map(({ extensions }) => extensions?.code).filter((code) => OUR_FAULTS.has(code));
  const halfDone = Object.values(data ?? {}).filter(
    (payload) =>
      (payload?.userErrors?.length ?? 0) > 0 &&
      Object.entries(payload!).some(([key, value]) => typeof value === 'object' && value !== null && key !== 'userErrors'),
  );
  return [...shapes, ...ours, ...halfDone.map(() => 'an entity beside userErrors')];
}

beforeAll(async () => {
  veza = await startVezaProcess({ dataDir: folder.path, environment: { VEZA_LOG_LEVEL: 'debug' } });
  [fields, things] = [await publishedRootFields(veza.url), await privateThings(veza.url)];
}, 120_000);
afterAll(async () => {
  await veza?.end('SIGINT');
  folder[Symbol.dispose]();
});

const leaksIn = (answer: Answer) =>
  [...Object.values(things.ids), ...things.texts].filter((secret) => JSON.stringify(answer).includes(secret));

describe('every root field, asked about what is private', () => {
  async function sweep(token: () => Promise<string | undefined>): Promise<Record<string, unknown>> {
    const bad: Record<string, unknown> = {};
    for (const field of fields) {
      const answer = await askForAll(field, await token());
      const found = [...faultsOf(answer), ...leaksIn(answer)];
      if (found.length > 0) bad[field.name] = found;
    }
    return bad;
  }

  it('tells nothing to somebody who is not signed in, and changes nothing for them', async () => {
    const before = await ask(things.ada, ALL_OF_IT, things.ids);
    expect(await sweep(async () => undefined)).toEqual({});
    expect(await ask(things.ada, ALL_OF_IT, things.ids)).toEqual(before);
  }, 120_000);

  it('tells nothing to somebody else, and changes nothing for them', async () => {
    const before = await ask(things.ada, ALL_OF_IT, things.ids);
    let eve: Person = await signUp(veza.url, 'Eve');
    // The sweep signs her out on the way.
    const token = async () => {
      if ((await overHttp('{ viewer { id } }', {}, eve.app.token)).errors) eve = await signUp(veza.url, 'Eve');
      return eve.app.token;
    };
    expect(await sweep(token)).toEqual({});
    expect(await ask(things.ada, ALL_OF_IT, things.ids)).toEqual(before);
  }, 120_000);

  it('would tell, and shows it to Ada', async () => {
    const told = async (name: string) =>
      leaksIn(
        await askForAll(
          fields.find((field) => field.name === name)!,
          things.ada.app.token,
        ),
      );
    for (const name of [
      'channel',
      'community',
      'communityBySlug',
      'listing',
      'message',
      'node',
      'playlist',
      'track',
      'upload',
      'viewer',
      'trackProcessing',
      'playbackState',
    ])
      expect(await told(name), name).not.toEqual([]);
  });

  it('finds none of it as a node', async () => {
    const eve = await signUp(veza.url, 'Eve');
    const ids = Object.values(things.ids);
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    for (const token of [undefined, eve.app.token])
      expect(await overHttp(query, { ids }, token)).toMatchObject({ data: { nodes: ids.map(() => null) } });
  });
});

describe('every text that a root field takes', () => {
  const withText = (value: unknown, [key, ...rest]: readonly string[], text: string): unknown => {
    if (Array.isArray(value)) return value.map((item: unknown) => withText(item, [key!, ...rest], text));
    if (key === undefined) return text;
    const object = (value ?? {}) as Record<string, unknown>;
    const member = object[key];
    const changed = rest.length === 0 && Array.isArray(member) ? [text] : withText(member, rest, text);
    return { ...object, [key]: changed };
  };

  /** What came of one text in an otherwise plausible operation of Ada's. */
  async function send(field: RootField, { path }: TextInput, text: string) {
    const variables = withText(variablesOf(field, aboutThem(things, field.name)), path, text);
    const answer = await overHttp(operationText(field, 1), variables as object, things.ada.app.token);
    const payload = answer.data?.[field.name];
    const isRefused = (answer.errors?.length ?? 0) > 0 || (payload?.userErrors?.length ?? 0) > 0 || payload === null;
    return { codes: answer.errors?.map(({ extensions }) => extensions.code) ?? [], faults: faultsOf(answer), isRefused };
  }

  const inputs = () =>
    fields
      .filter(({ operation, name }) => operation !== 'subscription' && name !== 'signOut')
      .flatMap((field) => textInputs(field).map((input) => ({ field, input, name: `${field.name} ${input.path.join('.')}` })));

  it.each([
    ['U+0000', 'a\u0000b'],
    ['half of a surrogate pair', 'a\uD800'],
  ])(
    'is refused with %s in it',
    async (_what, text) => {
      const bad: Record<string, unknown> = {};
      for (const { field, input, name } of inputs()) {
        const { codes } = await send(field, input, text);
        if (codes.join() !== 'BAD_USER_INPUT') bad[name] = codes;
      }
      expect(bad).toEqual({});
    },
    120_000,
  );

  it('is refused one character beyond the length that its description tells', async () => {
    const bad: Record<string, unknown> = {};
    for (const { field, input, name } of inputs()) {
      if (input.maxLength === undefined) continue;
      const { codes, faults, isRefused } = await send(field, input, 'a'.repeat(input.maxLength + 1));
      if (faults.length > 0 || !isRefused || codes.includes('RATE_LIMITED')) bad[name] = [...faults, ...codes];
    }
    expect(bad).toEqual({});
  }, 120_000);

  it.each(['', ' ', '\u202E\u200B', '\\', '%_', '__proto__', 'constructor_00000000000000000000000000', '👩‍🚀'.repeat(20)])(
    'is answered, never broken by %j',
    async (text) => {
      const bad: Record<string, unknown> = {};
      for (const { field, input, name } of inputs()) {
        const { faults } = await send(field, input, text);
        if (faults.length > 0) bad[name] = faults;
      }
      expect(bad).toEqual({});
    },
    120_000,
  );
});

describe('the log of all of this', () => {
  it('tells operations, and no secret or text of anybody', async () => {
    const { ada } = things;
    const stream = await ask<{ track: { stream: { hlsUrl: string } } }>(ada, 'query ($id: ID!) { track(id: $id) { stream { hlsUrl } } }', {
      id: things.ids.track,
    });
    const { hlsUrl } = stream.track.stream;
    expect((await fetch(hlsUrl)).status).toBe(200);
    const log = veza.output();
    expect(log).toContain('"event":"operation"');
    const secrets = [ada.password, ada.app.token!, ada.refreshToken, new URL(hlsUrl).pathname.split('/')[2]!, ...things.texts];
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
    expect(log).not.toMatch(/vzr1\.|eyJ[\w-]{10}|\$argon2|@example\.org|\/uploads\/upload_\w+\.|"level":50/);
  });
});
