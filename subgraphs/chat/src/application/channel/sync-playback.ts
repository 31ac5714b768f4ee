import { type Clock, err, type NewId, ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import type { ChannelId } from '../../domain/channel.ts';
import { can, canView, type ChannelAccess } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid, notFound, notPermitted } from '../../domain/failure.ts';
import { hostAfterDriving, type PartyPlayback } from '../../domain/party-playback.ts';
import { isPlayableAt, type TrackId } from '../../domain/track-card.ts';
import { EPOCH_CHANGED, type EpochChanged, withPresentAccess } from '../access-retry.ts';
import type { AccessReader } from '../ports/access.ts';
import type { ChannelHints } from '../ports/log.ts';
import type { ChatUnitOfWork } from '../ports/repositories.ts';
import type { TrackCatalogue } from '../ports/track.ts';
import type { RateTaker } from '../rates.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly tracks: TrackCatalogue;
  readonly unitOfWork: ChatUnitOfWork;
  readonly hints: ChannelHints;
  readonly takeRate: RateTaker;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** What a driver wants the party to hear. */
export interface SyncPlaybackCommand {
  readonly actorId: UserId;
  readonly channelId: ChannelId;
  readonly trackId: TrackId;
  readonly positionMs: number;
  readonly isPlaying: boolean;
}

interface Synced {
  readonly playback: PartyPlayback;
  readonly seq: number;
  readonly accessEpoch: number;
}

export type SyncPlayback = ReturnType<typeof syncPlayback>;

/**
 * Sets what a listening party hears, in the channel's own log, so that talk and music have one order for everybody.
 * May drive: the host, holders of CONTROL_PLAYBACK, and anybody while there is no host, who then becomes it.
 * Fails with NOT_FOUND, NOT_PERMITTED, INVALID, TRACK_NOT_PLAYABLE, RATE_LIMITED (per channel).
 */
export function syncPlayback({ access, tracks, unitOfWork, hints, takeRate, clock, newId }: Dependencies) {
  const check = async (
    { channelId, trackId, positionMs }: SyncPlaybackCommand,
    standing: ChannelAccess,
  ): Promise<ChatFailure | undefined> => {
    if (standing.channel.kind !== 'LISTENING_PARTY') return invalid('only a listening party has a playback', 'channelId');
    if (positionMs < 0) return invalid('a position is not negative', 'positionMs');
    const limited = await takeRate('playbackSync', channelId);
    if (limited || isPlayableAt(await tracks.find(trackId), positionMs)) return limited;
    return { code: 'TRACK_NOT_PLAYABLE', path: ['trackId'], message: 'There is no such place in a track that everybody here can hear.' };
  };

  const write = (command: SyncPlaybackCommand, standing: ChannelAccess) =>
    unitOfWork(async ({ log, playback, audit }): Promise<Result<Synced, ChatFailure | EpochChanged>> => {
      const { actorId, channelId, trackId, positionMs, isPlaying } = command;
      const { accessEpoch } = standing;
      if (!(await log.lock(channelId, accessEpoch))) return err(EPOCH_CHANGED);
      const presentHostId = await playback.presentHost(channelId);
      const hostId = hostAfterDriving({ userId: actorId, hasControl: can(standing, 'CONTROL_PLAYBACK'), presentHostId });
      if (!hostId) return err(notPermitted('channelId'));
      const synced: PartyPlayback = { trackId, positionMs, isPlaying, asOf: clock(), hostId };
      await playback.save(channelId, synced);
      const { communityId } = standing.channel;
      if (hostId !== presentHostId && communityId) {
        const draft = auditDraft('PARTY_HOST_CHANGED', { userId: hostId, channelId, changes: { hostId: [presentHostId, hostId] } });
        await audit.record(draft, { id: newId('audit'), communityId, actorId, reason: null, occurredAt: synced.asOf });
      }
      const seq = await log.append({ kind: 'PLAYBACK_SYNCED', channelId, actorId, accessEpoch, occurredAt: synced.asOf, playback: synced });
      return ok({ playback: synced, seq, accessEpoch });
    });

  return async (command: SyncPlaybackCommand): Promise<Result<PartyPlayback, ChatFailure>> => {
    const { actorId, channelId } = command;
    const written = await withPresentAccess(async (): Promise<Result<Synced, ChatFailure | EpochChanged>> => {
      const standing = (await access.channels(actorId, [channelId])).get(channelId);
      if (!canView(standing)) return err(notFound('channelId'));
      const refused = await check(command, standing);
      return refused ? err(refused) : write(command, standing);
    });
    if (!written.ok) return written;
    const { playback, seq, accessEpoch } = written.value;
    hints.publish(channelId, { kind: 'PLAYBACK_SYNCED', seq, accessEpoch, occurredAt: playback.asOf, playback });
    return ok(playback);
  };
}
