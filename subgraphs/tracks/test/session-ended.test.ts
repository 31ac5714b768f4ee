import type { UserCaller } from '@veza/auth';
import type { EventEnvelope } from '@veza/messaging';
import { sequentialUuids, waitUntil } from '@veza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readyTrack } from './operations.ts';
import { canProcess, openTracks, type OpenTracks, somebody, transcoderHere } from './tracks-fixture.ts';
import { wavFile } from './wav.ts';

const STREAM = 'query ($id: ID!) { track(id: $id) { stream { hlsUrl } } }';
interface StreamAnswer {
  readonly track: { readonly stream: { readonly hlsUrl: string } };
}

const newUuid = sequentialUuids();
const signedOut = ({ sessionId, userId }: UserCaller, at = new Date()): EventEnvelope => ({
  id: newUuid(),
  topic: 'users.session-ended.v1',
  key: sessionId,
  revision: 1,
  occurredAt: at.toISOString(),
  data: { sessionId, userId, reason: 'SIGN_OUT' },
});
/** The same person on another device, or signed in anew. */
const another = (person: UserCaller): UserCaller => ({ ...person, sessionId: somebody().sessionId });

describe.skipIf(!canProcess)('media addresses of a session that ended', () => {
  let tracks: OpenTracks;
  let trackIds: readonly string[];
  beforeAll(async () => {
    tracks = await openTracks({ transcoder: await transcoderHere() });
    const artist = somebody();
    trackIds = [
      await readyTrack(tracks, artist, wavFile({ seconds: 1 })),
      await readyTrack(tracks, artist, wavFile({ seconds: 1, amplitude: 0.5 })),
    ];
  });
  afterAll(() => tracks[Symbol.asyncDispose]());

  const addressOf = async (caller?: UserCaller, id = trackIds[0]!) =>
    (await tracks.execute<StreamAnswer>(STREAM, { id }, caller)).data!.track.stream.hlsUrl;
  const statusOf = async (url: string) => (await fetch(url)).status;
  const tell = async (event: EventEnvelope) => {
    tracks.eventLog.due.push(event);
    expect(await tracks.subgraph.background.onSessionEnded.runOnce()).toBe(1);
  };
  const revocations = () => tracks.database.admin`
    select key, issued_until_ms::float8 as until, extract(epoch from expires_at)::float8 * 1000 as expires from media_revocation where kind = 'sid'`;

  it('are refused, all of them, within the time of an announcement', async () => {
    const listener = somebody();
    const held = await Promise.all(trackIds.map((id) => addressOf(listener, id)));
    expect(await Promise.all(held.map(statusOf))).toEqual([200, 200]);
    await tell(signedOut(listener));
    await waitUntil(async () => (await statusOf(held[0]!)) === 403, { timeoutMs: 1_000 });
    const answer = await fetch(held[1]!);
    expect([answer.status, await answer.json()]).toEqual([403, expect.objectContaining({ code: 'MEDIA_TOKEN_REVOKED' })]);
  });

  it('leave those of other devices, of a new sign-in, of other people and of people who are not signed in', async () => {
    const listener = somebody();
    const held = await addressOf(listener);
    const others = await Promise.all([another(listener), somebody(), undefined].map((caller) => addressOf(caller)));
    await tell(signedOut(listener));
    await waitUntil(async () => (await statusOf(held)) === 403, { timeoutMs: 1_000 });
    others.push(await addressOf(another(listener)), await addressOf());
    expect(await Promise.all(others.map(statusOf))).toEqual([200, 200, 200, 200, 200]);
  });

  it('are refused too when an access token got them that had not heard of the end yet', async () => {
    const listener = somebody();
    await tell(signedOut(listener));
    const late = await addressOf(listener);
    expect(await waitUntil(async () => (await statusOf(late)) === 403, { timeoutMs: 1_000 })).toBe(true);
  });

  it('are refused once, however often the end is told, for a day after it', async () => {
    await tracks.database.admin`delete from media_revocation`;
    const listener = somebody();
    const at = new Date();
    const event = signedOut(listener, at);
    await tell(event);
    await tell(event);
    const sid = /\.([\w-]{16})\.[\w-]{16}\.[\w-]{22}\//.exec(await addressOf(listener))![1]!;
    expect([...(await revocations())]).toEqual([{ key: sid, until: at.getTime() + 660_000, expires: at.getTime() + 86_400_000 }]);
  });
});
