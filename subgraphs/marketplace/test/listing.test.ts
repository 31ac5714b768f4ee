import { serviceCaller } from '@veza/auth';
import { type TestRequest, userCaller } from '@veza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beat, marketplaceFixture, type MarketplaceFixture, nobody } from './marketplace-fixture.ts';

const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on Listing { id state title licences { id isAvailable } }
    ... on Licence { id name isAvailable }
    ... on User { id listings { totalCount nodes { id } } }
  }
}`;

describe('a listing', () => {
  let fixture: MarketplaceFixture;
  beforeAll(async () => {
    fixture = await marketplaceFixture();
  });
  afterAll(() => fixture[Symbol.asyncDispose]());

  const seen = async (id: string, who?: `user_${string}` | TestRequest) => {
    const { data, errors } = await fixture.run<{ listing: { id: string } | null }>(
      `query ($id: ID!) { listing(id: $id) { id } }`,
      { id },
      who,
    );
    expect(errors).toBeUndefined();
    return data!.listing !== null;
  };
  type Entity = { readonly id: string; readonly licences?: readonly { readonly id: string }[] } | null;
  const entities = async (representations: readonly object[], who?: `user_${string}` | TestRequest) => {
    const { data, errors } = await fixture.run<{ _entities: readonly Entity[] }>(ENTITIES, { representations }, who);
    expect(errors).toBeUndefined();
    return data!._entities;
  };

  it('is seen by everybody once it is published, before that by its seller, moderators and other parts of the platform', async () => {
    const [seller, stranger] = [fixture.person(), fixture.person()];
    const published = await fixture.published(seller);
    const { listing } = await fixture.create(seller, beat());
    const moderator = userCaller(stranger, { scopes: ['moderation:read'] });
    for (const who of [undefined, stranger, seller]) expect(await seen(published, who)).toBe(true);
    expect(await seen(listing!.id)).toBe(false);
    expect(await seen(listing!.id, stranger)).toBe(false);
    for (const who of [seller, moderator, serviceCaller('social')]) expect(await seen(listing!.id, who)).toBe(true);
    for (const id of [nobody('listing'), nobody('track'), 'rubbish', '']) expect(await seen(id, seller)).toBe(false);
  });

  it('is joined by other subgraphs in the order asked, without what the viewer may not see', async () => {
    const [seller, stranger] = [fixture.person(), fixture.person()];
    const published = await fixture.published(seller);
    const { listing } = await fixture.create(seller, beat());
    const representations = [listing!.id, published, nobody('listing'), 'rubbish', published].map((id) => ({ __typename: 'Listing', id }));
    const found = async (who?: `user_${string}`) => (await entities(representations, who)).map((entity) => entity?.id ?? null);
    expect(await found()).toEqual([null, published, null, null, published]);
    expect(await found(stranger)).toEqual([null, published, null, null, published]);
    expect(await found(seller)).toEqual([listing!.id, published, null, null, published]);
  });

  it('lends its visibility to its licences', async () => {
    const seller = fixture.person();
    const published = await fixture.published(seller);
    const { listing } = await fixture.create(seller, beat());
    const listings = await entities(
      [published, listing!.id].map((id) => ({ __typename: 'Listing', id })),
      seller,
    );
    const licences = listings.map((entity) => ({ __typename: 'Licence', id: entity!.licences![0]!.id }));
    expect(await entities(licences)).toEqual([{ id: licences[0]!.id, name: 'Lease', isAvailable: true }, null]);
    expect(await entities(licences, seller)).toEqual([
      { id: licences[0]!.id, name: 'Lease', isAvailable: true },
      { id: licences[1]!.id, name: 'Lease', isAvailable: false },
    ]);
  });

  it('stands under its seller once it is published, the newest first', async () => {
    const [seller, stranger] = [fixture.person(), fixture.person()];
    const older = await fixture.published(seller);
    const newer = await fixture.published(seller);
    await fixture.create(seller, beat());
    const people = [seller, stranger, nobody('user')].map((id) => ({ __typename: 'User', id }));
    for (const who of [undefined, stranger, seller]) {
      expect(await entities(people, who)).toEqual([
        { id: seller, listings: { totalCount: 2, nodes: [{ id: newer }, { id: older }] } },
        { id: stranger, listings: { totalCount: 0, nodes: [] } },
        { id: nobody('user'), listings: { totalCount: 0, nodes: [] } },
      ]);
    }
  });
});
