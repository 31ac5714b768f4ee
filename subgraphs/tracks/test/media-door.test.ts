import type { UserCaller } from '@veza/auth';
import fastify from 'fastify';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tracksSubgraph } from '../src/app.ts';
import { masterOf, mediaDoorContract, problemOf } from './media-contract.ts';
import { readyTrack } from './operations.ts';
import { canProcess, openTracks, type OpenTracks, somebody, transcoderHere } from './tracks-fixture.ts';
import { wavFile } from './wav.ts';

describe.skipIf(!canProcess)('the media door', () => {
  let tracks: OpenTracks;
  let artist: UserCaller;
  let trackId: string;
  let master: string;
  let clockOffsetMs = 0;
  beforeAll(async () => {
    tracks = await openTracks({ transcoder: await transcoderHere(), clock: () => new Date(Date.now() + clockOffsetMs) });
    artist = somebody();
    trackId = await readyTrack(tracks, artist, wavFile({ seconds: 6 }));
    master = await masterOf(tracks, trackId);
  });
  afterAll(() => tracks[Symbol.asyncDispose]());

  mediaDoorContract(() => ({ tracks, artist, trackId, master, ahead: (ms) => (clockOffsetMs = ms) }));

  it('remembers revocations over a restart, and signs on with the same keys', async () => {
    const id = await readyTrack(tracks, artist, wavFile({ seconds: 1 }));
    const revoked = await masterOf(tracks, id);
    await tracks.execute(
      'mutation ($input: DeleteTrackInput!) { deleteTrack(input: $input) { deletedTrackId } }',
      { input: { trackId: id } },
      artist,
    );
    const next = fastify({ forceCloseConnections: true });
    await next.register(async (scope) => tracksSubgraph(tracks.deps).routes(scope));
    const origin = await next.listen({ port: 0, host: '127.0.0.1' });
    expect((await fetch(master.replace(tracks.origin, origin))).status).toBe(200);
    expect(await problemOf(fetch(revoked.replace(tracks.origin, origin)))).toEqual([403, 'MEDIA_TOKEN_REVOKED', 'no-store']);
    await next.close();
  });

  it('writes no token into the log of the server', async () => {
    let written = '';
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        written += chunk.toString();
        done();
      },
    });
    const logging = fastify({ logger: { level: 'info', stream }, forceCloseConnections: true });
    await logging.register(async (scope) => tracksSubgraph(tracks.deps).routes(scope));
    const origin = await logging.listen({ port: 0, host: '127.0.0.1' });
    expect((await fetch(master.replace(tracks.origin, origin))).status).toBe(200);
    await logging.close();
    expect(written).toContain('Server listening');
    expect(written).not.toContain('/m/v1');
  });

  it('goes on with addresses that an older key signed, and deletes a key when nothing of it can be valid', async () => {
    const kids = async () =>
      (
        await tracks.database.admin<{ kid: string; state: string }[]>`select kid, state from media_key where scope = 'f' order by state`
      ).map(({ kid, state }) => [state, kid]);
    const turn = async () => {
      await tracks.database.admin`update media_key set since = since - interval '8 days'`;
      await tracks.subgraph.background.mediaKeys.runOnce();
      return Object.fromEntries(await kids()) as Record<string, string>;
    };
    const before = Object.fromEntries(await kids()) as Record<string, string>;
    const after = await turn();
    expect([after['previous'], after['current']]).toEqual([before['current'], before['next']]);
    const next = fastify({ forceCloseConnections: true });
    await next.register(async (scope) => tracksSubgraph(tracks.deps).routes(scope));
    const origin = await next.listen({ port: 0, host: '127.0.0.1' });
    expect((await fetch(master.replace(tracks.origin, origin))).status).toBe(200);
    await next.close();
    expect(Object.values(await turn())).not.toContain(before['current']);
  });
});
