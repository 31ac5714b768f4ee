import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codes, post, send, statusOf, transports, type Answer } from './app-fixture/ask.ts';
import { startGateway, type RunningGateway } from './app-fixture/gateway.ts';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const repeat = (count: number, text: (index: number) => string) => Array.from({ length: count }, (_, index) => text(index)).join(' ');
const nestedFields = (depth: number) => `{ nested ${'{ friend '.repeat(depth - 2)}{ id }${' }'.repeat(depth - 1)}`;
const nestedIntrospection = (depth: number) =>
  `{ __schema { types { fields { type { ${'ofType { '.repeat(depth - 5)}name${' }'.repeat(depth - 5)} } } } } }`;

/** Documents at a limit and one beyond it. */
const atAndBeyond: readonly (readonly [string, number, (size: number) => string])[] = [
  ['tokens', 2_000, (size) => `{ echo(filter: { tags: [${repeat(size - 13, () => '"x"')}] }) }`],
  ['depth', 12, nestedFields],
  ['aliases', 30, (size) => `{ nested { ${repeat(size, (index) => `a${index}: id`)} } }`],
  ['rootFields', 20, (size) => `{ ${repeat(size, (index) => `a${index}: __typename`)} }`],
  ['introspectionDepth', 15, nestedIntrospection],
  ['directives', 50, (size) => `{ nested { ${repeat(size, () => 'id @include(if: true)')} } }`],
];

describe.each(transports)('the guard on %s', (_transport, ask) => {
  it.each(atAndBeyond)('lets %s of %i pass and refuses one more', async (name, max, documentOf) => {
    const fits = await ask(gateway, documentOf(max));
    expect(fits.errors).toBeUndefined();
    const refused = await ask(gateway, documentOf(max + 1));
    expect(codes(refused)).toEqual(['OPERATION_LIMIT_EXCEEDED']);
    expect(refused.errors?.[0]?.extensions['limit']).toEqual({ name, max, actual: max + 1 });
  });

  it.each([
    ['a literal', (size: number) => ask(gateway, `{ people(first: ${size}) { nodes { id } } }`)],
    ['a variable', (size: number) => ask(gateway, 'query($n: Int) { people(first: $n) { nodes { id } } }', { n: size })],
    ['the other end', (size: number) => ask(gateway, 'query($n: Int) { people(last: $n) { nodes { id } } }', { n: size })],
  ])('lets pages of 1 to 100 items pass, as %s', async (_how, page) => {
    expect((await page(1)).errors).toBeUndefined();
    expect((await page(100)).errors).toBeUndefined();
    for (const size of [0, -1, 101]) expect(codes(await page(size))).toEqual(['BAD_USER_INPUT']);
  });

  it('refuses a page from both ends', async () => {
    expect(codes(await ask(gateway, '{ people(first: 1, last: 1) { nodes { id } } }'))).toEqual(['BAD_USER_INPUT']);
  });

  it('lets 100 ids pass and refuses one more', async () => {
    const byId = (count: number) =>
      ask(gateway, 'query($ids: [ID!]!) { byId(ids: $ids) { id } }', { ids: Array.from({ length: count }, (_, index) => `${index}`) });
    expect((await byId(100)).data.byId).toHaveLength(100);
    expect(codes(await byId(101))).toEqual(['BAD_USER_INPUT']);
  });

  it('refuses what costs too much, with what would make it cheap enough', async () => {
    const query = 'query($n: Int) { people(first: $n) { nodes { friends { friends { id } } } } }';
    expect((await ask(gateway, query, { n: 100 })).errors).toBeUndefined();
    const deeper = 'query($n: Int) { people(first: $n) { nodes { friends { friends { friends { id } } } } } }';
    const refused = await ask(gateway, deeper, { n: 100 });
    expect(codes(refused)).toEqual(['COST_LIMIT_EXCEEDED']);
    const cost = refused.errors![0]!.extensions['cost'] as { suggestedFirst: number };
    expect(cost).toEqual({ requested: 15_600, max: 5_000, mostExpensivePath: 'people.nodes.friends.friends.friends', suggestedFirst: 32 });
    expect((await ask(gateway, deeper, { n: cost.suggestedFirst })).errors).toBeUndefined();
    expect(codes(await ask(gateway, deeper, { n: cost.suggestedFirst + 1 }))).toEqual(['COST_LIMIT_EXCEEDED']);
  });

  it('counts only what @skip and @include let in', async () => {
    const query = `query($n: Int, $deep: Boolean!) {
      people(first: $n) { nodes { friends { friends { friends @include(if: $deep) { id } id } } } }
    }`;
    expect((await ask(gateway, query, { n: 100, deep: false })).errors).toBeUndefined();
    expect(codes(await ask(gateway, query, { n: 100, deep: true }))).toEqual(['COST_LIMIT_EXCEEDED']);
  });

  it.each([
    ['U+0000 in a variable', 'query($t: String) { echo(text: $t) }', { t: 'a\0b' }],
    ['half of a surrogate pair in a variable', 'query($t: String) { echo(text: $t) }', { t: 'a\ud800' }],
    ['U+0000 deep in a variable', 'query($f: Filter) { echo(filter: $f) }', { f: { tags: ['fine', '\0'] } }],
    ['U+0000 in an id', 'query($i: ID!) { person(id: $i) { id } }', { i: '\0' }],
    ['U+0000 in the document', '{ echo(text: "\\u0000") }', undefined],
    ['U+0000 in a default', 'query($t: String = "\\u0000") { echo(text: $t) }', undefined],
    ['an unknown input field', 'query($f: Filter) { echo(filter: $f) }', { f: { admin: true } }],
    ['an Int beyond 32 bit', 'query($n: Int) { echo(number: $n) }', { n: 2 ** 31 }],
    ['a value of another type', 'query($n: Int) { echo(number: $n) }', { n: '1' }],
    ['an unknown enum value', 'query($c: Color) { echo(color: $c) }', { c: 'BLUE' }],
  ])('refuses %s', async (_what, query, variables) => {
    const refused = await ask(gateway, query, variables);
    expect(codes(refused)).toEqual(['BAD_USER_INPUT']);
    expect(refused.data).toBeUndefined();
  });

  it('tells at most twenty of the faults of a document, and none at any length', async () => {
    const many = await ask(gateway, `{ nested { ${repeat(30, (index) => `nope${index}`)} } }`);
    expect(codes(many)).toEqual(Array(20).fill('GRAPHQL_VALIDATION_FAILED'));
    const long = await ask(gateway, `{ ${'x'.repeat(50_000)} }`);
    expect(codes(long)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(JSON.stringify(long).length).toBeLessThan(1_000);
  });

  it.each(['2026-02-30T00:00:00Z', 'yesterday', 7])('refuses %s for a DateTime, in a variable and in the document', async (at) => {
    const inVariable = await ask(gateway, 'query($at: DateTime) { echo(at: $at) }', { at });
    expect(codes(inVariable)).toEqual(['BAD_USER_INPUT']);
    expect(inVariable.errors![0]!.message).toBe(
      'Variable "$at": DateTime must be RFC 3339 text with an offset, on a real calendar day from 1970 to 9999',
    );
    expect(codes(await ask(gateway, `{ echo(at: ${JSON.stringify(at)}) }`))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  it('hands a good DateTime on as it came', async () => {
    expect((await ask(gateway, '{ echo(at: "2026-01-31T10:30:00+01:00") }')).errors).toBeUndefined();
    expect(gateway.state.echoed).toMatchObject({ at: new Date('2026-01-31T09:30:00.000Z') });
  });

  it('refuses a whole operation when one root field is not for the caller, and runs nothing of it', async () => {
    const before = gateway.state.touched;
    const anonymous = await ask(gateway, 'mutation { touch rename(name: "x") { id } }');
    expect(codes(anonymous)).toEqual(['UNAUTHENTICATED']);
    expect(gateway.state.touched).toBe(before);
    const signedIn = await ask(gateway, 'mutation { touch rename(name: "x") { id } }', undefined, 'ada');
    expect(signedIn).toEqual({ data: { touch: before + 1, rename: { id: 'x' } } });
  });

  it('tells somebody who is signed in but lacks the scope that it is forbidden', async () => {
    expect(codes(await ask(gateway, '{ audit }'))).toEqual(['UNAUTHENTICATED']);
    expect(codes(await ask(gateway, '{ audit }', undefined, 'ada'))).toEqual(['FORBIDDEN']);
    expect(await ask(gateway, '{ audit }', undefined, 'auditor')).toEqual({ data: { audit: ['one'] } });
  });

  it('refuses a fragment that hides a guarded root field', async () => {
    const query = 'query { ...Root } fragment Root on Query { ... on Query { mine: me { id } } }';
    expect(codes(await ask(gateway, query))).toEqual(['UNAUTHENTICATED']);
  });

  it('answers fragments that unfold to a thousand million fields at once', async () => {
    const fragments = repeat(
      9,
      (index) => `fragment F${index} on Person { ${repeat(6, (field) => `a${field}: friend { ...F${index + 1} }`)} }`,
    );
    const query = `{ nested { ...F0 } } ${fragments} fragment F9 on Person { id }`;
    const startedAt = performance.now();
    expect(codes(await ask(gateway, query))).toEqual(['OPERATION_LIMIT_EXCEEDED']);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});

describe('introspection', () => {
  it('is for staff only where it is switched off, and no message helps to guess', async () => {
    await using closed = await startGateway({ introspection: false });
    for (const [, ask] of transports) {
      expect(codes(await ask(closed, '{ __schema { queryType { name } } }'))).toEqual(['FORBIDDEN']);
      expect((await ask(closed, '{ __typename }')).errors).toBeUndefined();
      expect((await ask(closed, '{ __schema { queryType { name } } }', undefined, 'operator')).data.__schema.queryType.name).toBe('Query');
      const misspelt = await ask(closed, '{ peopl { nodes { id } } }');
      expect(misspelt.errors![0]!.message).not.toContain('people');
    }
    expect((await send(closed, '/schema.graphql')).text).toContain('type Person');
  });
});

describe('what HTTP carries', () => {
  it('may be JSON of 64 levels and not of one more', async () => {
    const nested = (levels: number) => `{"query":"{ __typename }","variables":{"x":${'['.repeat(levels - 2)}${']'.repeat(levels - 2)}}}`;
    expect((await post(gateway, nested(64))).status).toBe(200);
    const { status, json } = await post(gateway, nested(65));
    expect([status, codes(json as Answer)]).toEqual([400, ['BAD_REQUEST']]);
  });

  it('may have a head of 16 KiB and not one byte more', async () => {
    const fixed = ['Host', 'a', 'Connection', 'close', 'X', '/livez'].join('').length;
    const head = (bytes: number) => `GET /livez HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX: ${'x'.repeat(bytes - fixed)}\r\n\r\n`;
    expect(await statusOf(gateway, head(16 * 1024))).toBe('200');
    expect(await statusOf(gateway, head(16 * 1024 + 1))).toBe('431');
  });
});

describe('plans', () => {
  it('may hold so many requests to subgraphs and not one more', async () => {
    const query = '{ notes(first: 1) { author { name } } person(id: "1") { noteCount } }';
    await using exact = await startGateway({ limits: { fetches: 4 } });
    await using tight = await startGateway({ limits: { fetches: 3 } });
    for (const [, ask] of transports) {
      expect((await ask(exact, query)).errors).toBeUndefined();
      expect(codes(await ask(tight, query))).toEqual(['COST_LIMIT_EXCEEDED']);
    }
  });

  it('stop at the deadline, with what is there', async () => {
    await using hasty = await startGateway({ limits: { executionMs: 150 } });
    for (const [, ask] of transports) {
      const answer = await ask(hasty, '{ slow(ms: 2000) __typename }');
      expect(answer.data).toEqual({ slow: null, __typename: 'Query' });
      expect(codes(answer)).toEqual(['OPERATION_TIMEOUT']);
    }
  });
});
