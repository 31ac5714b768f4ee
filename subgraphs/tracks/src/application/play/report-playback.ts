import { type Clock, err, type Id, ok, type Result } from '@veza/kernel';
import { afterReport, type Listen, playThresholdMs } from '../../domain/play/listen.ts';
import type { Track } from '../../domain/track.ts';
import type { TracksUnitOfWork } from '../unit-of-work.ts';
import type { KeptListen } from './ports.ts';

interface Dependencies {
  readonly unitOfWork: TracksUnitOfWork;
  readonly newListenId: () => string;
  readonly clock: Clock;
}

/** What a device tells about a track that its listener may see. */
export interface ReportPlaybackCommand {
  readonly userId: Id<'user'>;
  readonly deviceId: Id<'device'>;
  readonly track: Track;
  /** Heard since this listen began, cumulative. */
  readonly playedMs: number;
  /** Pseudonym of the network, for a day. */
  readonly network: string;
}

type Failure = { readonly code: 'INVALID' | 'STREAM_UNAVAILABLE'; readonly path: readonly string[] };
export type ReportPlayback = ReturnType<typeof reportPlayback>;

/** Credit from which a listen stands in what a person heard. */
const HEARD_MS = 5_000;

/** The listen as it is kept after a report. One that is long enough now is looked at soon. */
function kept(
  next: Listen,
  last: KeptListen | undefined,
  { userId, deviceId, network }: ReportPlaybackCommand,
  made: { id: string; durationMs: number },
): KeptListen {
  const isSame = last !== undefined && next.startedAt.getTime() === last.startedAt.getTime() && next.trackId === last.trackId;
  const isEnough = next.creditedMs >= playThresholdMs(made.durationMs);
  const { id, enoughAt, dueAt } = isSame ? last : { id: made.id, enoughAt: null, dueAt: null };
  const isEnoughNow = enoughAt === null && isEnough;
  return {
    ...next,
    id,
    userId,
    deviceId,
    network,
    enoughAt: isEnoughNow ? next.reportedAt : enoughAt,
    dueAt: isEnoughNow ? next.reportedAt : dueAt,
  };
}

/**
 * Takes a report of a device: credits what was heard, and remembers it once it is five seconds. Late and repeated reports change nothing.
 * Whether it is a play is decided later, by `countPlays`. Fails with INVALID, and STREAM_UNAVAILABLE when there is nothing to hear yet.
 */
export function reportPlayback({ unitOfWork, newListenId, clock }: Dependencies) {
  return async (command: ReportPlaybackCommand): Promise<Result<void, Failure>> => {
    const { userId, deviceId, track, playedMs } = command;
    if (playedMs < 0) return err({ code: 'INVALID', path: ['playedMs'] });
    if (!track.audio) return err({ code: 'STREAM_UNAVAILABLE', path: ['trackId'] });
    const { durationMs } = track.audio;
    return unitOfWork(async ({ listens }): Promise<Result<void, Failure>> => {
      const at = clock();
      const last = await listens.lockLast(userId, deviceId);
      const grantedAt = await listens.grantedAt(userId, track.id, at);
      const next = afterReport(last, { trackId: track.id, playedMs, at }, { durationMs, grantedAt });
      if (!next) return ok(undefined);
      const listen = kept(next, last, command, { id: newListenId(), durationMs });
      await listens.save(listen);
      const before = listen.id === last?.id ? last.creditedMs : 0;
      if (before < HEARD_MS && listen.creditedMs >= HEARD_MS) await listens.remember(userId, track.id, at);
      return ok(undefined);
    });
  };
}
