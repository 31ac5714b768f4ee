import type { UserCaller } from '@veza/auth';
import { waitUntil } from '@veza/testing';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { masterOf } from './media-contract.ts';
import { readyTrack } from './operations.ts';
import { canProcess, openTracks, type OpenTracks, somebody, transcoderHere } from './tracks-fixture.ts';
import { wavFile } from './wav.ts';

const SEEN = `query ($id: ID!) {
  track(id: $id) { title isHidden }
  searchTracks(query: "") { nodes { id } totalCount }
}`;
interface Seen {
  readonly track: { readonly title: string; readonly isHidden: boolean } | null;
  readonly searchTracks: { readonly nodes: readonly { readonly id: string }[]; readonly totalCount: number };
}
const LINK = 'mutation ($input: CreateSecretLinkInput!) { createSecretLink(input: $input) { secretLink { secret } } }';
const BY_SECRET = 'query ($secret: String!) { trackBySecretLink(secret: $secret) { title } }';

describe.skipIf(!canProcess)('a track about which moderators decided', () => {
  let tracks: OpenTracks;
  let artist: UserCaller;
  let id: string;
  beforeAll(async () => {
    tracks = await openTracks({ transcoder: await transcoderHere() });
    artist = somebody();
    id = await readyTrack(tracks, artist, wavFile({ seconds: 1 }));
  });
  afterAll(() => tracks[Symbol.asyncDispose]());

  const decide = async (decisionNo: number, decision: string, { caseId = 'case_1', subjectId = id } = {}) => {
    const data = { caseId, decisionNo, subjectId, ownerId: artist.userId, decision, moderatorId: somebody().userId, note: null };
    const occurredAt = new Date().toISOString();
    tracks.eventLog.due.push({
      id: randomUUID(),
      topic: 'social.moderation-decided.v1',
      key: caseId,
      revision: decisionNo,
      occurredAt,
      data,
    });
    await tracks.subgraph.background.onModerationDecided.runOnce();
  };
  const seenBy = async (caller?: UserCaller) => {
    const { data } = await tracks.execute<Seen>(SEEN, { id }, caller);
    return { track: data!.track, listed: data!.searchTracks.totalCount };
  };
  const visibilities = () =>
    tracks.eventLog.of('tracks.track-changed.v1').flatMap((data) => {
      const { trackId, visibility } = data as { trackId: string; visibility: string };
      return trackId === id ? [visibility] : [];
    });

  it('is out of sight for everybody but its artist, at once and in every way', async () => {
    const listener = somebody();
    const held = await masterOf(tracks, id, listener);
    const { data } = await tracks.execute<{ createSecretLink: { secretLink: { secret: string } } }>(
      LINK,
      { input: { trackId: id } },
      artist,
    );
    const { secret } = data!.createSecretLink.secretLink;
    await decide(2, 'HIDE_SUBJECT');
    expect(await seenBy(listener)).toEqual({ track: null, listed: 0 });
    expect(await seenBy(artist)).toEqual({ track: { title: 'Song', isHidden: true }, listed: 0 });
    expect((await tracks.execute<{ trackBySecretLink: unknown }>(BY_SECRET, { secret })).data!.trackBySecretLink).toBeNull();
    expect((await fetch(`${tracks.origin}/tracks/${id}`)).status).toBe(404);
    await waitUntil(async () => (await fetch(held)).status === 403, { timeoutMs: 5_000 });
    expect((await fetch(await masterOf(tracks, id, artist))).status).toBe(200);
  });

  it('stays so when an older decision, or the same, comes late', async () => {
    await decide(1, 'DISMISS');
    await decide(2, 'DISMISS');
    expect((await seenBy()).track).toBeNull();
  });

  it('comes back with a later decision, and others hear of both', async () => {
    await decide(3, 'DISMISS');
    expect(await seenBy()).toEqual({ track: { title: 'Song', isHidden: false }, listed: 1 });
    await waitUntil(() => visibilities().length >= 4);
    expect(visibilities().slice(-2)).toEqual(['PRIVATE', 'PUBLIC']);
    await waitUntil(() => tracks.eventLog.of('tracks.moderation-applied.v1').length === 2);
    expect(tracks.eventLog.of('tracks.moderation-applied.v1')).toEqual([2, 3].map((decisionNo) => ({ caseId: 'case_1', decisionNo })));
  });

  it('is left alone by decisions about other things', async () => {
    await decide(1, 'REMOVE_SUBJECT', { caseId: 'case_2', subjectId: somebody().userId });
    expect((await seenBy()).listed).toBe(1);
  });

  it('is gone when it is removed', async () => {
    const held = await masterOf(tracks, id);
    await decide(1, 'REMOVE_SUBJECT', { caseId: 'case_3' });
    expect((await seenBy(artist)).track).toBeNull();
    await waitUntil(async () => (await fetch(held)).status === 403, { timeoutMs: 5_000 });
    await waitUntil(() => tracks.eventLog.of('tracks.track-deleted.v1').length === 1);
  });
});
