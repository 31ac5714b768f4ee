import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beat, marketplaceFixture, type MarketplaceFixture, nobody } from './marketplace-fixture.ts';

describe('publishListing', () => {
  let fixture: MarketplaceFixture;
  beforeAll(async () => {
    fixture = await marketplaceFixture();
  });
  afterAll(() => fixture[Symbol.asyncDispose]());

  const draft = async (more: Record<string, unknown> = {}, seller = fixture.person()) => {
    const { listing } = await fixture.create(seller, beat({ fileUploadIds: [fixture.upload(seller)], ...more }));
    return { seller, id: listing!.id };
  };
  const problems = async (seller: `user_${string}`, id: string) =>
    (await fixture.publish(seller, id)).userErrors.map(({ code, path }) => `${code} ${path?.join('.')}`);

  it('offers a draft to everybody and tells other subgraphs once', async () => {
    const { seller, id } = await draft();
    expect(await fixture.publish(seller, id)).toEqual({ listing: { id, state: 'PUBLISHED' }, userErrors: [] });
    expect(await problems(seller, id)).toEqual(['STATE_NOT_ALLOWED listingId']);
    const rows = await fixture.test.admin`select topic, revision::int, envelope->'data' as data from outbox where key = ${id}`;
    expect(rows).toEqual([
      { topic: 'marketplace.listing-published.v1', revision: 2, data: { listingId: id, sellerId: seller, title: 'Night drive' } },
    ]);
  });

  it('gives the event to the log', async () => {
    const { seller, id } = await draft();
    await fixture.publish(seller, id);
    await fixture.subgraph.background['outboxRelay']!.runOnce();
    const seen: string[] = [];
    const consumer = {
      durable: 'test',
      topics: ['marketplace.listing-published.v1'],
      maxInFlight: 9,
      ackWaitMs: 9_000,
      maxDeliver: 1,
      backoffMs: [],
    };
    await fixture.eventLog.deliverDue(consumer, async ({ key }) => void seen.push(key));
    expect(seen).toContain(id);
  });

  it('publishes a listing once when asked many times at once', async () => {
    const { seller, id } = await draft();
    const answers = await Promise.all(Array.from({ length: 8 }, () => fixture.publish(seller, id)));
    expect(answers.filter(({ listing }) => listing !== null)).toHaveLength(1);
    expect(await fixture.test.admin`select 1 from outbox where key = ${id}`).toHaveLength(1);
  });

  it('treats a draft of somebody else like one that is not there, and a published one as somebody else’s', async () => {
    const { seller, id } = await draft();
    const stranger = fixture.person();
    expect(await problems(stranger, id)).toEqual(['NOT_FOUND listingId']);
    expect(await problems(stranger, nobody('listing'))).toEqual(['NOT_FOUND listingId']);
    expect(await problems(stranger, 'rubbish')).toEqual(['NOT_FOUND listingId']);
    await fixture.publish(seller, id);
    expect(await problems(stranger, id)).toEqual(['NOT_PERMITTED listingId']);
  });

  it('names everything that is missing', async () => {
    const seller = fixture.person();
    const previewTrackId = fixture.track(seller, { visibility: 'PRIVATE' });
    const { id } = await draft({ licences: [], fileUploadIds: [], previewTrackId }, seller);
    expect(await problems(seller, id)).toEqual([
      'LISTING_INCOMPLETE licences',
      'LISTING_INCOMPLETE fileUploadIds',
      'LISTING_INCOMPLETE previewTrackId',
    ]);
  });

  it('takes an unlisted preview, and none that went away since', async () => {
    const seller = fixture.person();
    const previewTrackId = fixture.track(seller, { visibility: 'UNLISTED' });
    const first = await draft({ previewTrackId }, seller);
    const second = await draft({ previewTrackId }, seller);
    expect(await problems(seller, first.id)).toEqual([]);
    fixture.owned.delete(previewTrackId);
    expect(await problems(seller, second.id)).toEqual(['LISTING_INCOMPLETE previewTrackId']);
  });

  it('asks no files of a service', async () => {
    const { seller, id } = await draft({ kind: 'SERVICE', fileUploadIds: [] });
    expect(await problems(seller, id)).toEqual([]);
  });
});
