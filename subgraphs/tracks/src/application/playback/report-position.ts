import { type Id, ok, type Result } from '@veza/kernel';
import { clampPosition, currentEntry, type PlaybackState, positionAt } from '../../domain/playback/playback-state.ts';
import type { PlaybackParts } from './change-playback.ts';

/** Where a device says it is. */
export interface ReportPositionCommand {
  readonly userId: Id<'user'>;
  readonly deviceId: Id<'device'>;
  readonly trackId: Id<'track'>;
  readonly positionMs: number;
}

export type ReportPosition = ReturnType<typeof reportPosition>;

/** Reports that say what everybody can compute change nothing. */
const TOLERANCE_MS = 1_000;

/**
 * Takes the position from the device that sounds, without a new revision, when it is more than a second off. What other devices say, or what is
 * said of another track, moves nothing. Answers the state as it is then.
 */
export function reportPosition({ unitOfWork, hints, clock }: Omit<PlaybackParts, 'rates'>) {
  return async ({ userId, deviceId, trackId, positionMs }: ReportPositionCommand): Promise<PlaybackState> => {
    let isMoved = false;
    const reported = await unitOfWork(async ({ playback }): Promise<Result<PlaybackState, never>> => {
      const now = clock();
      const before = await playback.lock(userId, now);
      const isOwn = await playback.markSeen(userId, deviceId, now);
      const isHeard = isOwn && before.deviceId === deviceId && currentEntry(before)?.trackId === trackId;
      const there = clampPosition(positionMs, before.durationMs);
      isMoved = isHeard && now > before.asOf && Math.abs(there - positionAt(before, now)) > TOLERANCE_MS;
      if (!isMoved) return ok(before);
      const state = { ...before, positionMs: there, asOf: now };
      await playback.save({ before, state });
      return ok(state);
    });
    if (!reported.ok) throw new Error('a report cannot fail');
    if (isMoved) hints.publish(userId);
    return reported.value;
  };
}
