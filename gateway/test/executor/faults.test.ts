import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type JsonObject, type SubgraphAnswer, SubgraphFailure } from '../../src/transport/port.ts';
import { openFixture, type OpenFixture, transportKinds } from './open-fixture.ts';
import type { FixtureName } from './sdl.ts';

const warn = vi.fn<(event: string, fields?: object) => void>();
const log = { debug: vi.fn<() => void>(), info: vi.fn<() => void>(), error: vi.fn<() => void>(), warn };

const pathsOf = (errors: readonly { readonly path?: readonly (string | number)[] }[]) =>
  errors.map(({ path = [] }) => path.join('.')).toSorted();

describe.each(transportKinds)('a fault of a subgraph over %s', (kind) => {
  let fixture: OpenFixture;
  beforeAll(async () => {
    fixture = await openFixture(kind, log);
  });
  afterEach(() => fixture.restore());
  afterAll(() => fixture[Symbol.asyncDispose]());

  /** Lets a subgraph answer something of the test's own. */
  const answer = (name: FixtureName, given: unknown) => fixture.intercept(name, () => () => Promise.resolve(given as SubgraphAnswer));
  const run: OpenFixture['run'] = (...args) => fixture.run(...args);

  it('moves an error of an entity to the places that the client sees', async () => {
    const { data, errors } = await run('{ reviews(first: 2) { author { fragile } signer { brittle { depth } } } }');
    expect(data).toEqual({
      reviews: [
        { author: { fragile: 'u1' }, signer: { brittle: { depth: 2 } } },
        { author: { fragile: null }, signer: { brittle: null } },
      ],
    });
    const byCode = errors.toSorted((one, other) => one.message.localeCompare(other.message));
    expect(byCode).toMatchObject([
      { path: ['reviews', 1, 'signer', 'brittle'], extensions: { code: 'RATE_LIMITED', retryable: true, retryAfterMs: 5 } },
      { path: ['reviews', 1, 'author', 'fragile'], message: 'fragile', extensions: { code: 'CONFLICT', requestId: 'request-1' } },
    ]);
  });

  it('tells the error of a thing that stands in several places once for each', async () => {
    const { errors } = await run('{ a: products { maker { fragile } } b: products { maker { fragile } } }');
    expect(pathsOf(errors)).toEqual(['a.2.maker.fragile', 'b.2.maker.fragile']);
  });

  it('drops the error of a field that the client did not ask of this object', async () => {
    const { data, errors } = await run('{ products { ... on Book { maker { fragile } } ... on Film { maker { id } } } }');
    expect(data).toMatchObject({ products: [{ maker: { fragile: 'u1' } }, { maker: { fragile: null } }, { maker: { id: 'u2' } }, {}] });
    expect(errors).toEqual([]);
  });

  it('is told under the name that the client gave', async () => {
    const { errors } = await run('{ products { ... on Film { maker { id: fragile } } ... on Book { maker { id } } } }');
    expect(pathsOf(errors)).toEqual(['products.2.maker.id']);
  });

  it('loses only the fields of a subgraph that is away', async () => {
    fixture.intercept('reviews', () => () => Promise.reject(new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'connect ECONNREFUSED 10.0.0.1')));
    const { data, errors } = await run('{ users(first: 2) { name karma } latestReview { id } me { karma } }');
    expect(data).toEqual({
      users: [
        { name: 'Name "u1"', karma: null },
        { name: 'Name "u2"', karma: null },
      ],
      latestReview: null,
      me: { karma: null },
    });
    expect(pathsOf(errors)).toEqual(['latestReview', 'me', 'users']);
    for (const { message, extensions } of errors) {
      expect(message).not.toContain('10.0.0.1');
      expect(extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', service: 'reviews', retryable: true });
    }
  });

  it('masks what has no known code and logs it', async () => {
    const secret = { message: 'password is hunter2', path: ['me'], extensions: { code: 'DATABASE_ERROR', query: 'select' } };
    answer('users', { data: { me: null }, errors: [secret] });
    const { errors } = await run('{ me { id } }');
    expect(JSON.stringify(errors)).not.toMatch(/hunter2|select|DATABASE/);
    expect(errors).toMatchObject([{ path: ['me'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(warn).toHaveBeenCalledWith(
      'subgraph.error-masked',
      expect.objectContaining({ service: 'users', message: 'password is hunter2' }),
    );
  });

  it.each([
    ['too few entities', { data: { _entities: [] } }],
    ['entities that are no list', { data: { _entities: { 0: {} } } }],
    ['an entity that is no object', { data: { _entities: ['u1'] } }],
    ['no data and no errors', {}],
    ['data that is a list', { data: [] }],
  ])('refuses %s', async (_, given) => {
    answer('users', given);
    const { data, errors } = await run('{ latestReview { id author { nickname } } }');
    expect(data).toEqual({ latestReview: { id: 'r3', author: { nickname: null } } });
    expect(errors).toMatchObject([
      { path: ['latestReview', 'author'], extensions: { code: 'SUBGRAPH_INVALID_RESPONSE', service: 'users' } },
    ]);
  });

  it.each<[string, JsonObject, unknown]>([
    ['an object for a string', { nickname: {} }, { nickname: null }],
    ['a string for a list', { friends: 'u1' }, null],
    ['a value that the enum does not have', { role: 'OWNER' }, null],
    ['a text for an object', { address: 'here' }, { address: null }],
    ['a list for an object', { address: [{ city: 'x' }] }, { address: null }],
  ])('answers null with an error for %s', async (_, fields, expected) => {
    const [field] = Object.keys(fields);
    answer('users', { data: { me: fields } });
    const selection = field === 'friends' ? 'friends { id }' : field === 'address' ? 'address { city }' : field;
    const { data, errors } = await run(`{ me { ${selection} } }`);
    expect(data).toEqual({ me: expected });
    expect(errors).toMatchObject([{ path: ['me', field], extensions: { code: 'SUBGRAPH_INVALID_RESPONSE' } }]);
  });

  it('refuses data beyond 32 MiB and keeps the rest', async () => {
    const nickname = 'x'.repeat(9 * 1024 * 1024);
    const authors = { reviews: ['u1', 'u2', 'u3', 'u4'].map((id) => ({ id: `r-${id}`, author: { __typename: 'User', id } })) };
    answer('reviews', { data: authors });
    answer('users', { data: { _entities: authors.reviews.map(() => ({ nickname })) } });
    const { data, errors } = await run('{ reviews { id author { nickname } } }');
    const nicknames = (data as { readonly reviews: readonly { readonly author: { readonly nickname: string | null } }[] }).reviews;
    expect(nicknames.map(({ author }) => author.nickname?.length ?? null)).toEqual([
      nickname.length,
      nickname.length,
      nickname.length,
      null,
    ]);
    expect(errors).toMatchObject([{ path: ['reviews'], extensions: { code: 'SUBGRAPH_INVALID_RESPONSE', service: 'users' } }]);
    answer('users', { data: { me: { nickname: 'x'.repeat(33 * 1024 * 1024) } } });
    expect(await run('{ me { nickname } }')).toMatchObject({
      data: { me: null },
      errors: [{ path: ['me'], extensions: { code: 'SUBGRAPH_INVALID_RESPONSE' } }],
    });
  });

  it('gives up at the deadline with what it has', async () => {
    fixture.intercept('reviews', () => () => new Promise(() => undefined));
    await fixture.prepare('{ me { name karma } }');
    const { data, errors } = await run('{ me { name karma } }', {}, { deadlineAt: Date.now() + 1000 });
    expect(data).toEqual({ me: { name: 'Name "u1"', karma: null } });
    expect(errors).toMatchObject([{ path: ['me'], extensions: { code: 'OPERATION_TIMEOUT' } }]);
  });

  it('adds no second error where a failed part has emptied the whole', async () => {
    const empty = {
      data: { _entities: [null] },
      errors: [{ message: 'broken', path: ['_entities', 0, 'name'], extensions: { code: 'CONFLICT' } }],
    };
    answer('users', empty);
    const { data, errors } = await run('{ latestReview { author { role name } } }');
    expect(data).toEqual({ latestReview: { author: null } });
    expect(errors).toMatchObject([{ path: ['latestReview', 'author', 'name'], extensions: { code: 'CONFLICT' } }]);
  });
});
