import { inProcessExecutor } from '@veza/graphql';
import { userCaller } from '@veza/testing';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beat, marketplaceFixture, type MarketplaceFixture, nobody } from './marketplace-fixture.ts';

const WHOLE = `mutation ($input: CreateListingInput!) {
  createListing(input: $input) {
    listing {
      title description kind state tags reviewCount averageRating
      seller { id } previewTrack { id } lowestPrice { amount currency }
      licences { name terms isExclusive isAvailable price { amount currency } }
    }
    userErrors { code message path }
  }
}`;

describe('createListing', () => {
  let fixture: MarketplaceFixture;
  beforeAll(async () => {
    fixture = await marketplaceFixture();
  });
  afterAll(() => fixture[Symbol.asyncDispose]());

  const problems = async (more: Record<string, unknown>, seller = fixture.person()) => {
    const { listing, userErrors } = await fixture.create(seller, beat(more));
    expect(listing === null).toBe(userErrors.length > 0);
    return userErrors.map(({ code, path }) => `${code} ${path?.join('.')}`);
  };
  const licence = (more: Record<string, unknown> = {}) => ({ ...beat().licences[0]!, ...more });

  it('drafts a listing with all that belongs to it', async () => {
    const seller = fixture.person();
    const previewTrackId = fixture.track(seller);
    const licences = [
      licence(),
      licence({ name: ' Exclusive ', terms: 'All of it.\r\nFor ever.', price: { amount: '499', currency: 'EUR' }, isExclusive: true }),
      licence({ name: 'Single', price: { amount: '9.5', currency: 'EUR' }, stock: 3 }),
    ];
    const input = beat({
      title: '  Cafe\u0301  ',
      tags: ['Slow', 'slow', 'Dark '],
      fileUploadIds: [fixture.upload(seller)],
      previewTrackId,
      licences,
    });
    const { data, errors } = await fixture.run<{ createListing: unknown }>(WHOLE, { input }, seller);
    expect(errors).toBeUndefined();
    expect(data?.createListing).toEqual({
      listing: {
        title: 'Café',
        description: 'A slow beat.',
        kind: 'BEAT',
        state: 'DRAFT',
        tags: ['slow', 'dark'],
        reviewCount: 0,
        averageRating: null,
        seller: { id: seller },
        previewTrack: { id: previewTrackId },
        lowestPrice: { amount: '9.50', currency: 'EUR' },
        licences: [
          {
            name: 'Lease',
            terms: 'Up to 10,000 streams.',
            isExclusive: false,
            isAvailable: false,
            price: { amount: '29.90', currency: 'EUR' },
          },
          {
            name: 'Exclusive',
            terms: 'All of it.\nFor ever.',
            isExclusive: true,
            isAvailable: false,
            price: { amount: '499.00', currency: 'EUR' },
          },
          {
            name: 'Single',
            terms: 'Up to 10,000 streams.',
            isExclusive: false,
            isAvailable: false,
            price: { amount: '9.50', currency: 'EUR' },
          },
        ],
      },
      userErrors: [],
    });
  });

  it('needs somebody who is signed in', async () => {
    const { errors } = await fixture.run(WHOLE, { input: beat() });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('names everything that is wrong at once', async () => {
    const bad = {
      title: ' ',
      description: 'x'.repeat(5_001),
      tags: ['x'.repeat(33)],
      licences: [licence({ name: '', terms: ' ', price: { amount: '1.005', currency: 'EUR' }, stock: 0 })],
      revenueSplits: [{ userId: fixture.person(), shareBps: 9_999 }],
    };
    expect(await problems(bad)).toEqual([
      'INVALID title',
      'INVALID description',
      'INVALID tags',
      'INVALID licences.0.name',
      'INVALID licences.0.terms',
      'INVALID licences.0.price',
      'INVALID licences.0.stock',
      'INVALID revenueSplits',
    ]);
  });

  it.each([
    ['more digits than the currency has', { price: { amount: '500.0', currency: 'JPY' } }, 'INVALID licences.0.price'],
    ['a negative price', { price: { amount: '-1', currency: 'EUR' } }, 'INVALID licences.0.price'],
    ['a currency that is gone', { price: { amount: '1', currency: 'HRK' } }, 'INVALID licences.0.price'],
    ['a stock of an exclusive licence', { isExclusive: true, stock: 1 }, 'INVALID licences.0.stock'],
  ])('refuses %s', async (_what, more, problem) => {
    expect(await problems({ licences: [licence(more)] })).toEqual([problem]);
  });

  it('takes prices of every exponent, and gifts but not of services', async () => {
    for (const price of [
      { amount: '500', currency: 'JPY' },
      { amount: '1.234', currency: 'KWD' },
      { amount: '0', currency: 'EUR' },
    ]) {
      expect(await problems({ licences: [licence({ price })] })).toEqual([]);
    }
    const gift = licence({ price: { amount: '0.00', currency: 'EUR' } });
    expect(await problems({ kind: 'SERVICE', licences: [gift] })).toEqual(['INVALID licences.0.price']);
  });

  it('keeps the licences of a listing in one currency', async () => {
    const licences = [licence(), licence({ price: { amount: '10', currency: 'USD' } })];
    expect(await problems({ licences })).toEqual(['INVALID licences.1.price.currency']);
  });

  it('takes only finished uploads of the seller for listings, each once', async () => {
    const seller = fixture.person();
    const own = fixture.upload(seller);
    const fileUploadIds = [
      own,
      fixture.upload(fixture.person()),
      fixture.upload(seller, { purpose: 'TRACK_AUDIO' }),
      fixture.upload(seller, { state: 'RECEIVING' }),
      nobody('upload'),
      'rubbish',
    ];
    expect(await problems({ fileUploadIds }, seller)).toEqual([
      'NOT_FOUND fileUploadIds.1',
      'NOT_FOUND fileUploadIds.2',
      'UPLOAD_NOT_READY fileUploadIds.3',
      'NOT_FOUND fileUploadIds.4',
      'NOT_FOUND fileUploadIds.5',
    ]);
    expect(await problems({ fileUploadIds: [own, own] }, seller)).toEqual(['INVALID fileUploadIds.1']);
    expect(await problems({ kind: 'SERVICE', fileUploadIds: [own] }, seller)).toEqual(['INVALID fileUploadIds']);
    expect(await problems({ fileUploadIds: [own] }, seller)).toEqual([]);
    expect(await problems({ fileUploadIds: [own] }, seller)).toEqual(['NOT_FOUND fileUploadIds.0']);
  });

  it('gives an upload to one of many listings that want it at once', async () => {
    const seller = fixture.person();
    const fileUploadIds = [fixture.upload(seller)];
    const all = await Promise.all(Array.from({ length: 8 }, () => fixture.create(seller, beat({ fileUploadIds }))));
    expect(all.filter(({ listing }) => listing !== null)).toHaveLength(1);
    expect(new Set(all.flatMap(({ userErrors }) => userErrors.map(({ code }) => code)))).toEqual(new Set(['NOT_FOUND']));
  });

  it('does not ask tracks for an upload that an event told of', async () => {
    const seller = fixture.person();
    const uploadId = fixture.newId('upload');
    const facts = { filename: 'a.zip', byteSize: 1, sha256: '', contentType: 'application/zip', ownerId: seller };
    const told = (id: string, purpose: string) => ({
      id: crypto.randomUUID(),
      topic: 'tracks.upload-completed.v1',
      key: id,
      revision: 1,
      occurredAt: '2026-01-01T00:00:00.000Z',
      data: { ...facts, uploadId: id, purpose },
    });
    const audio = fixture.newId('upload');
    await fixture.eventLog.append([told(uploadId, 'LISTING_FILE'), told(audio, 'TRACK_AUDIO')]);
    await fixture.subgraph.background['onUploadCompleted']!.runOnce();
    expect(await problems({ fileUploadIds: [uploadId] }, seller)).toEqual([]);
    expect(fixture.asked).not.toContain(uploadId);
    expect(await problems({ fileUploadIds: [audio] }, seller)).toEqual(['NOT_FOUND fileUploadIds.0']);
  });

  it('previews with a track of the seller only', async () => {
    expect(await problems({ previewTrackId: fixture.track(fixture.person()) })).toEqual(['NOT_FOUND previewTrackId']);
    expect(await problems({ previewTrackId: nobody('track') })).toEqual(['NOT_FOUND previewTrackId']);
  });

  it('splits proceeds between people who exist, none of them twice', async () => {
    const [seller, other] = [fixture.person(), fixture.person()];
    const share = (userId: string, shareBps: number) => ({ userId, shareBps });
    expect(await problems({ revenueSplits: [share(seller, 5_000), share(other, 5_000)] }, seller)).toEqual([]);
    expect(await problems({ revenueSplits: [share(other, 5_000), share(other, 5_000)] })).toEqual(['INVALID revenueSplits.1.userId']);
    expect(await problems({ revenueSplits: [share(other, 0), share(seller, 10_000)] })).toEqual(['INVALID revenueSplits.0.shareBps']);
    expect(await problems({ revenueSplits: [] })).toEqual(['INVALID revenueSplits']);
    expect(await problems({ revenueSplits: [share(nobody('user'), 10_000)] })).toEqual(['NOT_FOUND revenueSplits.0.userId']);
  });

  it('lets Postgres refuse splits that do not make a whole', async () => {
    const { listing } = await fixture.create(fixture.person(), beat());
    const { test } = fixture;
    const [row] = await test.admin<{ id: string }[]>`select listing_id as id from revenue_split order by listing_id desc limit 1`;
    expect(listing).not.toBeNull();
    await expect(test.admin`update revenue_split set share_bps = 9999 where listing_id = ${row!.id}`).rejects.toThrow('instead of 10000');
  });

  it('claims its uploads, in the transaction of the draft', async () => {
    const seller = fixture.person();
    const uploadId = fixture.upload(seller);
    const { listing } = await fixture.create(seller, beat({ fileUploadIds: [uploadId] }));
    const rows = await fixture.test.admin`select topic, envelope->'data' as data from outbox where key = ${uploadId}`;
    expect(rows).toEqual([{ topic: 'marketplace.upload-claimed.v1', data: { uploadId, by: listing!.id } }]);
  });

  it('says that another part is away, and writes nothing', async () => {
    const seller = fixture.person();
    const input = beat({ fileUploadIds: [fixture.upload(seller)] });
    const request = { caller: userCaller(seller), requestId: 'test-request', deadlineAt: Infinity, signal: new AbortController().signal };
    fixture.takeDown(true);
    const { errors } = await inProcessExecutor(fixture.subgraph).execute(parse(WHOLE), { input }, request);
    fixture.takeDown(false);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', retryable: true });
    expect(await problems(input, seller)).toEqual([]);
  });
});
