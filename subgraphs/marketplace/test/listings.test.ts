import type { Id } from '@veza/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beat, marketplaceFixture, type MarketplaceFixture } from './marketplace-fixture.ts';

const LISTINGS = `query ($query: String, $filter: ListingFilter, $sort: ListingSort, $first: Int, $after: String, $last: Int, $before: String) {
  listings(query: $query, filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
    totalCount edges { cursor node { id } } nodes { id }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Listed {
  readonly listings: {
    readonly totalCount: number | null;
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: Id<'listing'> } }[];
    readonly nodes: readonly { readonly id: Id<'listing'> }[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
      readonly startCursor: string | null;
      readonly endCursor: string | null;
    };
  };
}

describe('listings', () => {
  let fixture: MarketplaceFixture;
  let names: ReadonlyMap<string, string>;
  let seller: Id<'user'>;
  beforeAll(async () => {
    fixture = await marketplaceFixture();
    seller = fixture.person();
    const licence = (amount: string, currency = 'EUR') => ({ ...beat().licences[0]!, price: { amount, currency } });
    const publish = (title: string, more: Record<string, unknown>, who = seller) => fixture.published(who, { title, ...more });
    names = new Map([
      [await publish('Café lights', { tags: ['slow', 'warm'], licences: [licence('30'), licence('10')] }), 'cafe'],
      [await publish('Rain', { kind: 'STEMS', description: 'Recorded near a cafe.', tags: ['slow'], licences: [licence('20')] }), 'rain'],
      [await publish('Sun', { kind: 'PRESET', tags: ['warm', 'cafe'], licences: [licence('20')] }), 'sun'],
      [await publish('Tokyo', { description: null, tags: [], licences: [licence('1500', 'JPY')] }, fixture.person()), 'tokyo'],
    ]);
    await fixture.create(seller, beat({ title: 'A draft in a cafe' }));
  });
  afterAll(() => fixture[Symbol.asyncDispose]());

  const page = async (variables: Record<string, unknown>) => {
    const { data, errors } = await fixture.run<Listed>(LISTINGS, variables);
    expect(errors).toBeUndefined();
    const { nodes, edges, pageInfo, totalCount } = data!.listings;
    expect(edges.map(({ node }) => node)).toEqual(nodes);
    return { found: nodes.map(({ id }) => names.get(id)), edges, ...pageInfo, totalCount };
  };
  const found = async (variables: Record<string, unknown>) => (await page(variables)).found;
  const code = async (variables: Record<string, unknown>) => (await fixture.run(LISTINGS, variables)).errors?.[0]?.extensions?.['code'];

  it('are all that are published, the newest first', async () => {
    expect(await page({})).toMatchObject({
      found: ['tokyo', 'sun', 'rain', 'cafe'],
      totalCount: 4,
      hasNextPage: false,
      hasPreviousPage: false,
    });
    expect(await found({ sort: 'RELEVANCE' })).toEqual(['tokyo', 'sun', 'rain', 'cafe']);
  });

  it('are found by the words of title, tags and description, in this order of weight, without accents or case', async () => {
    expect(await page({ query: 'CAFÉ' })).toMatchObject({ found: ['cafe', 'sun', 'rain'], totalCount: 3 });
    expect(await found({ query: 'cafe lights' })).toEqual(['cafe']);
    expect(await found({ query: 'cafe', sort: 'NEWEST' })).toEqual(['sun', 'rain', 'cafe']);
  });

  it('are found by a similar title when none has the words', async () => {
    expect(await page({ query: 'toky' })).toMatchObject({ found: ['tokyo'], totalCount: 1 });
    expect(await found({ query: 'zzzzzz' })).toEqual([]);
  });

  it.each(['!!!', "'", '%', '_', '\\', 'cafe & !rain', 'a:*', '<->', '()', '"'])(
    'take %j as text and not as an instruction',
    async (query) => {
      expect(await code({ query })).toBeUndefined();
    },
  );

  it('keep to the filter, all of it', async () => {
    expect(await found({ filter: { kind: 'STEMS' } })).toEqual(['rain']);
    expect(await found({ filter: { tags: ['Slow'] } })).toEqual(['rain', 'cafe']);
    expect(await found({ filter: { tags: ['slow', 'warm'] } })).toEqual(['cafe']);
    expect(await found({ filter: { sellerId: seller } })).toEqual(['sun', 'rain', 'cafe']);
    expect(await found({ filter: { sellerId: 'rubbish' } })).toEqual([]);
    expect(await found({ filter: { kind: null, tags: null, minPrice: null, sellerId: null } })).toHaveLength(4);
    expect(await found({ query: 'cafe', filter: { kind: 'STEMS' } })).toEqual(['rain']);
  });

  it('keep to prices in one currency', async () => {
    const euro = (amount: string) => ({ amount, currency: 'EUR' });
    expect(await found({ filter: { minPrice: euro('10.01') } })).toEqual(['sun', 'rain']);
    expect(await found({ filter: { maxPrice: euro('10') } })).toEqual(['cafe']);
    expect(await found({ filter: { minPrice: euro('10'), maxPrice: euro('20') } })).toEqual(['sun', 'rain', 'cafe']);
    expect(await found({ filter: { minPrice: { amount: '1', currency: 'JPY' } } })).toEqual(['tokyo']);
  });

  it('are sorted by currency and price, those of one price by age', async () => {
    expect(await found({ sort: 'PRICE_ASC' })).toEqual(['cafe', 'rain', 'sun', 'tokyo']);
    expect(await found({ sort: 'PRICE_DESC' })).toEqual(['tokyo', 'sun', 'rain', 'cafe']);
  });

  it.each(['NEWEST', 'PRICE_ASC', 'PRICE_DESC', 'RELEVANCE'])('come in pages in both directions, sorted %s', async (sort) => {
    const whole = await found({ sort });
    const forward: unknown[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const one = await page({ sort, first: 1, after });
      expect(one.hasPreviousPage).toBe(forward.length > 0);
      forward.push(...one.found);
      after = one.hasNextPage ? one.endCursor : null;
    }
    const backward: unknown[] = [];
    for (let before: string | null | undefined; before !== null;) {
      const one = await page({ sort, last: 3, before });
      expect(one.hasNextPage).toBe(backward.length > 0);
      backward.unshift(...one.found);
      before = one.hasPreviousPage ? one.startCursor : null;
    }
    expect([forward, backward]).toEqual([whole, whole]);
  });

  it('come in pages of what is found, by words as by similar titles', async () => {
    const first = await page({ query: 'cafe', first: 2 });
    expect(await page({ query: 'cafe', after: first.endCursor })).toMatchObject({
      found: ['rain'],
      hasPreviousPage: true,
      hasNextPage: false,
    });
    const similar = await page({ query: 'toky', first: 1 });
    expect(await page({ query: 'toky', after: similar.endCursor })).toMatchObject({ found: [], hasPreviousPage: true });
  });

  it('refuse a cursor of another list', async () => {
    const { endCursor } = await page({ first: 1 });
    for (const other of [{ sort: 'PRICE_ASC' }, { query: 'cafe' }, { filter: { kind: 'BEAT' } }, { filter: { tags: ['slow'] } }]) {
      expect(await code({ ...other, after: endCursor })).toBe('CURSOR_INVALID');
    }
    expect(await code({ after: `${endCursor}x` })).toBe('CURSOR_INVALID');
    expect(await code({ before: 'rubbish' })).toBe('CURSOR_INVALID');
    expect(await code({ after: '' })).toBe('CURSOR_INVALID');
    expect(await code({ before: '' })).toBe('CURSOR_INVALID');
    expect(await code({ after: endCursor, sort: 'NEWEST' })).toBeUndefined();
  });

  it('refuse criteria that are none', async () => {
    const price = (amount: string, currency = 'EUR') => ({ amount, currency });
    for (const bad of [
      { query: ' ' },
      { query: 'x'.repeat(201) },
      { filter: { tags: [''] } },
      { filter: { tags: Array.from({ length: 21 }, (_, index) => `tag${index}`) } },
      { filter: { minPrice: price('1.005') } },
      { filter: { maxPrice: price('1', 'HRK') } },
      { filter: { minPrice: price('1'), maxPrice: price('2', 'USD') } },
      { first: 0 },
      { first: 101 },
      { first: 1, last: 1 },
    ]) {
      expect(await code(bad)).toBe('BAD_USER_INPUT');
    }
  });
});
