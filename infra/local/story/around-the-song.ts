import type { Person } from './people.ts';
import type { StoryTeller } from './steps.ts';
import { upload } from './upload.ts';

interface Profile {
  readonly followerCount: number;
  readonly tracks: { readonly totalCount: number; readonly edges: readonly { readonly node: { readonly likeCount: number } }[] };
  readonly listings: { readonly nodes: readonly { readonly lowestPrice: { readonly amount: string } }[] };
}

async function listBeat({ app }: Person, trackId: string): Promise<string> {
  const file = Buffer.from('a beat in a box');
  const { createUpload } = await app.data<{ createUpload: { upload: { id: string; url: string } } }>('CreateUpload', {
    input: { purpose: 'LISTING_FILE', filename: 'beat.zip', byteSize: file.length, contentType: 'application/zip' },
  });
  await upload(createUpload.upload.url, file);
  const licences = [
    { name: 'Lease', terms: 'One release, credit given.', price: { amount: '25.00', currency: 'EUR' }, isExclusive: false },
  ];
  const input = {
    title: 'First light, the beat',
    kind: 'BEAT',
    fileUploadIds: [createUpload.upload.id],
    previewTrackId: trackId,
    licences,
  };
  const { createListing } = await app.data<{ createListing: { listing: { id: string } } }>('CreateListing', { input });
  await app.data('PublishListing', { input: { listingId: createListing.listing.id } });
  return createListing.listing.id;
}

/** Chapter five: what happens around a song, and one page that shows all of it. */
export async function aroundTheSong({ step }: StoryTeller, ada: Person, ben: Person, trackId: string): Promise<void> {
  await step('Follow', async () => ({ result: await ben.app.data('Follow', { input: { userId: ada.id } }), seen: 'Ben follows Ada' }));
  await step('Like', async () => ({ result: await ben.app.data('Like', { input: { subjectId: trackId } }), seen: 'a like on the track' }));
  await step('AddComment', async () => ({
    result: await ben.app.data('AddComment', { input: { subjectId: trackId, body: 'That swell!', positionMs: 2_000 } }),
    seen: 'at 2.0 s',
  }));
  const listingId = await step('CreateListing, PublishListing', async () => ({
    result: await listBeat(ada, trackId),
    seen: 'a beat for 25.00 EUR',
  }));
  await step('Listings', async () => {
    const { listings } = await ben.app.data<{ listings: { edges: { node: { id: string } }[] } }>('Listings', {
      filter: { sellerId: ada.id },
      first: 5,
    });
    if (listings.edges[0]?.node.id !== listingId) throw new Error('the listing is not found');
    return { result: undefined, seen: `${listings.edges.length} found` };
  });
  await step('ProfilePage: four subgraphs, one request', async () => {
    const { userByUsername: profile } = await ben.app.data<{ userByUsername: Profile }>('ProfilePage', { username: ada.username });
    const seen = `${profile.followerCount} follower, ${profile.tracks.edges[0]?.node.likeCount} like, ${profile.listings.nodes[0]?.lowestPrice.amount}`;
    if (seen !== '1 follower, 1 like, 25.00') throw new Error(`the page says ${seen}`);
    return { result: undefined, seen };
  });
  await step('AnyNode, ManyNodes', async () => {
    const { node } = await ben.app.data<{ node: { __typename: string } }>('AnyNode', { id: trackId });
    const { nodes } = await ben.app.data<{ nodes: readonly ({ __typename: string } | null)[] }>('ManyNodes', {
      ids: [ada.id, trackId, listingId, 'nothing'],
    });
    const seen = [node, ...nodes].map((found) => found?.__typename ?? 'null').join(', ');
    if (seen !== 'Track, User, Track, Listing, null') throw new Error(`they are ${seen}`);
    return { result: undefined, seen };
  });
}
