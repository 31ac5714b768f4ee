import { type Clock, type Id, ok, type Result } from '@veza/kernel';
import { decidePlay } from '../../domain/play/decide-play.ts';
import type { TracksRepositories, TracksUnitOfWork } from '../unit-of-work.ts';
import type { KeptListen, PlayReader } from './ports.ts';

interface Dependencies {
  readonly unitOfWork: TracksUnitOfWork;
  readonly plays: Pick<PlayReader, 'findDue'>;
  /** Pseudonym of a listener in media addresses. */
  readonly lidOf: (userId: Id<'user'>) => string;
  /** When an account was made. */
  readonly joinedAt: (userId: Id<'user'>) => Date;
  readonly clock: Clock;
}

/** Listens that one round decides. */
const DECIDED_AT_ONCE = 500;
/** One that waits for evidence is looked at again after this long. */
const AGAIN_MS = 10_000;

/**
 * Decides about listens that were long enough: play by play in a transaction of its own, in which the play is also counted, so that no crash
 * counts it twice or not at all. `tracks.track-played.v1` is recorded for those that count. Answers how many were looked at.
 */
export function countPlays({ unitOfWork, plays: reader, lidOf, joinedAt, clock }: Dependencies) {
  async function look(repositories: TracksRepositories, listen: KeptListen, now: Date): Promise<void> {
    const { tracks, listens, plays, events } = repositories;
    const track = await tracks.lock(listen.trackId);
    if (!track?.audio) return listens.save({ ...listen, dueAt: null });
    const found = await plays.factsOf(listen, lidOf(listen.userId), now);
    const facts = {
      ...found,
      durationMs: track.audio.durationMs,
      isArtist: track.artistId === listen.userId,
      accountAgeMs: now.getTime() - joinedAt(listen.userId).getTime(),
    };
    const decided = decidePlay(facts);
    if (!decided) return listens.save({ ...listen, dueAt: new Date(now.getTime() + AGAIN_MS) });
    await plays.decide({ ...decided, listen, decidedAt: now });
    if (decided.decision !== 'COUNTED') return undefined;
    const { id: trackId, artistId } = track;
    return events.record('tracks.track-played.v1', listen.id, 1, { trackId, artistId, listenerId: listen.userId });
  }

  return async (): Promise<number> => {
    const due = await reader.findDue(clock(), DECIDED_AT_ONCE);
    for (const id of due) {
      await unitOfWork(async (repositories): Promise<Result<void, never>> => {
        const now = clock();
        const listen = await repositories.listens.lockDue(id, now);
        if (listen) await look(repositories, listen, now);
        return ok(undefined);
      });
    }
    return due.length;
  };
}
