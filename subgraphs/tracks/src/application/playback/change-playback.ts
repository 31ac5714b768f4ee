import { type Clock, err, type Id, ok, type Result } from '@veza/kernel';
import type { PlaybackState } from '../../domain/playback/playback-state.ts';
import type { TracksUnitOfWork } from '../unit-of-work.ts';
import type { PlaybackFailure } from './failure.ts';
import type { CommandContext, PlaybackHints, PlaybackRates, PlaybackRepository } from './ports.ts';

/** What every change of playback is made with. */
export interface PlaybackParts {
  readonly unitOfWork: TracksUnitOfWork;
  readonly hints: PlaybackHints;
  readonly rates: PlaybackRates;
  readonly clock: Clock;
}

/** Whose command it is, and under which name it may come again. */
export interface CommandName {
  readonly userId: Id<'user'>;
  /** 1 to 64 characters. */
  readonly commandId: string;
  /** The device that commands, where that matters. */
  readonly deviceId?: Id<'device'>;
  /** Another device that the command is about. */
  readonly targetId?: Id<'device'> | undefined;
}

/** What a change looks at, with the person's state locked. */
export interface ChangeScene extends CommandContext {
  readonly playback: PlaybackRepository;
  readonly state: PlaybackState;
  readonly now: Date;
}

type Changed = Result<PlaybackState, PlaybackFailure>;

const MAX_COMMAND_ID = 64;

/**
 * Carries a command out once. The same `commandId` within a day gets the first answer and does nothing; a refused command is not kept, and may
 * come again. The person's other devices are told. Fails as `change` does, and with INVALID and RATE_LIMITED.
 */
export async function changePlayback(
  { unitOfWork, hints, rates, clock }: PlaybackParts,
  { userId, commandId, deviceId, targetId }: CommandName,
  change: (scene: ChangeScene) => Promise<Changed>,
): Promise<Changed> {
  if (commandId.length === 0 || commandId.length > MAX_COMMAND_ID) return err({ code: 'INVALID', path: ['commandId'] });
  const refusal = await rates.take(userId);
  if (refusal) return err(refusal);
  const changed = await unitOfWork(async ({ playback }): Promise<Changed> => {
    const now = clock();
    const state = await playback.lock(userId, now);
    const deviceIds = [deviceId, targetId].filter((id) => id !== undefined);
    const context = await playback.contextOf(userId, commandId, deviceIds);
    if (context.answered) return ok(context.answered);
    const next = await change({ ...context, playback, state, now });
    if (next.ok) await playback.save({ before: state, state: next.value, commandId, ...(deviceId && { deviceId }) });
    return next;
  });
  if (changed.ok) hints.publish(userId);
  return changed;
}
