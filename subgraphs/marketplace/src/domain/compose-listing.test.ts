import { describe, expect, it } from 'vitest';
import { composeListing, type ListingDraft } from './compose-listing.ts';

const draft = (more: Partial<ListingDraft> = {}): ListingDraft => ({
  title: 'Night drive',
  description: undefined,
  kind: 'BEAT',
  tags: [],
  fileUploadIds: [],
  previewTrackId: undefined,
  licences: [{ name: 'Lease', terms: 'Terms.', price: { amount: '10', currency: 'EUR' }, isExclusive: false, stock: undefined }],
  revenueSplits: undefined,
  ...more,
});
const licence = draft().licences[0]!;

const compose = (more: Partial<ListingDraft> = {}) =>
  composeListing(draft(more), { id: 'listing_1', sellerId: 'user_1', createdAt: new Date(0), newLicenceId: () => 'licence_1' });
const problems = (more: Partial<ListingDraft>) => {
  const composed = compose(more);
  return composed.ok ? [] : composed.error.map(({ path }) => path.join('.'));
};

describe('composeListing', () => {
  it('gives everything to the seller when nothing is said of splits', () => {
    expect(compose()).toMatchObject({
      ok: true,
      value: { state: 'DRAFT', revision: 1, revenueSplits: [{ userId: 'user_1', shareBps: 10_000 }] },
    });
  });

  it('knows the lowest price, of one licence as of many', () => {
    const price = (amount: string) => ({ ...licence, price: { amount, currency: 'EUR' } });
    expect(compose({ licences: [price('10'), price('9.99'), price('11')] })).toMatchObject({
      value: { lowestPrice: { amountMinor: 999n } },
    });
    expect(compose({ licences: [] })).toMatchObject({ value: { lowestPrice: null } });
  });

  it('takes texts up to their length in characters, whatever they are made of', () => {
    expect(problems({ title: '😀'.repeat(100), description: '😀'.repeat(5_000), tags: ['😀'.repeat(32)] })).toEqual([]);
    expect(problems({ title: 'x'.repeat(101) })).toEqual(['title']);
    expect(problems({ title: 'a\nb' })).toEqual(['title']);
    expect(problems({ description: 'a\u0007b' })).toEqual(['description']);
    expect(problems({ description: 'a\u202Eb' })).toEqual([]);
    expect(compose({ description: ' \n ' })).toMatchObject({ value: { description: null } });
  });

  it.each(['a\u202Eb', 'a\u2066b', '\u200Fa', 'a\tb', '\u200B'])('refuses %j wherever a name is shown', (name) => {
    expect(problems({ title: name, tags: [name], licences: [{ ...licence, name }] })).toEqual(['title', 'tags', 'licences.0.name']);
  });

  it('keeps no character without width in a name', () => {
    expect(compose({ title: 'Ni\u200Bght\uFEFF', tags: ['sl\u200Dow'] })).toMatchObject({ value: { title: 'Night', tags: ['slow'] } });
  });

  it('limits how much belongs to a listing', () => {
    const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
    expect(problems({ licences: many(20, () => licence), tags: many(20, String) })).toEqual([]);
    expect(problems({ licences: many(21, () => licence) })).toEqual(['licences']);
    expect(problems({ tags: many(21, String) })).toEqual(['tags']);
    expect(problems({ fileUploadIds: many(51, (index) => `upload_${index}` as const) })).toEqual(['fileUploadIds']);
    expect(problems({ revenueSplits: many(21, (index) => ({ userId: `user_${index}` as const, shareBps: 1 })) })).toEqual([
      'revenueSplits',
    ]);
  });

  it.each([1, 1_000_000])('takes a stock of %d', (stock) => {
    expect(compose({ licences: [{ ...licence, stock }] })).toMatchObject({ value: { licences: [{ stock }] } });
  });

  it.each([0, -1, 1_000_001])('refuses a stock of %d', (stock) => {
    expect(problems({ licences: [{ ...licence, stock }] })).toEqual(['licences.0.stock']);
  });
});
