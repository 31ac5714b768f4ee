import type { UserCaller } from '@veza/auth';
import { toTypeId } from '@veza/kernel';
import { randomUUID } from 'node:crypto';
import type { OpenTracks } from './tracks-fixture.ts';

const REPORT = 'mutation ($input: ReportPlaybackInput!) { reportPlayback(input: $input) { userErrors { code path } } }';
const STREAM = 'query ($id: ID!) { track(id: $id) { stream { hlsUrl } } }';

/** What listeners do to an idle subgraph whose clock is `time`. @param song what they hear when nothing else is said */
export function playRoom(tracks: OpenTracks, time: { nowMs: number }, song: string) {
  const newDevice = () => toTypeId('device', randomUUID());
  const flush = () => tracks.subgraph.background.playEvidence.runOnce();
  const decide = () => tracks.subgraph.background.plays.runOnce();
  const report = async (by: UserCaller, playedMs: number, more: Record<string, unknown> = {}) => {
    const input = { deviceId: deviceOf(by), trackId: song, positionMs: 0, playedMs, ...more };
    return (await tracks.execute<{ reportPlayback: { userErrors: unknown[] } }>(REPORT, { input }, by)).data!.reportPlayback.userErrors;
  };
  const devices = new Map<string, string>();
  const deviceOf = ({ userId }: UserCaller) => {
    devices.set(userId, devices.get(userId) ?? newDevice());
    return devices.get(userId)!;
  };
  /** Asks for addresses of a track, and fetches so many of its segments, as far as the log of the door is concerned. */
  const open = async (by: UserCaller, segments: number, trackId = song) => {
    const { data } = await tracks.execute<{ track: { stream: { hlsUrl: string } } }>(STREAM, { id: trackId }, by);
    const [, , token = '', aid = ''] = new URL(data!.track.stream.hlsUrl).pathname.split('/');
    const lid = token.split('.')[6]!;
    await flush();
    const at = new Date(time.nowMs);
    for (let segment = 1; segment <= segments; segment += 1) {
      await tracks.database.admin`
        insert into media_delivery values (${lid}, ${aid}, ${segment}, ${at}) on conflict (lid, aid, segment) do update set delivered_at = excluded.delivered_at`;
    }
  };
  /** Somebody hears half a minute. */
  const hear = async (by: UserCaller, trackId = song) => {
    await open(by, 8, trackId);
    for (const playedMs of [15_000, 30_000]) {
      time.nowMs += 15_000;
      await report(by, playedMs, { trackId });
    }
    await decide();
  };
  return { newDevice, flush, decide, report, open, hear };
}
