import { err, type Id, type NewId, ok, type Result } from '@veza/kernel';
import { isAlive } from '../../domain/playback/device.ts';
import { applyCommand, type PlaybackCommand } from '../../domain/playback/playback-command.ts';
import type { PlaybackState } from '../../domain/playback/playback-state.ts';
import { type ChangeScene, changePlayback, type CommandName, type PlaybackParts } from './change-playback.ts';
import type { PlaybackFailure } from './failure.ts';

interface Dependencies extends PlaybackParts {
  readonly newId: NewId;
  /** An integer that chooses an order. */
  readonly newSeed: () => number;
}

/** What a device asks for, as it says it. */
export type PlaybackWish =
  | Exclude<PlaybackCommand, { kind: 'play' | 'playList' | 'setShuffle' }>
  | { readonly kind: 'play'; readonly trackId: Id<'track'>; readonly positionMs: number }
  | {
      readonly kind: 'playList';
      readonly playlistId: Id<'playlist'>;
      /** Undefined for the first that can be heard. */
      readonly itemId: Id<'plitem'> | undefined;
      readonly positionMs: number;
    }
  | { readonly kind: 'setShuffle'; readonly isShuffled: boolean };

/** A command of a device. */
export interface ControlPlaybackCommand extends CommandName {
  readonly deviceId: Id<'device'>;
  /** The revision that the device saw; undefined when it does not matter. */
  readonly expectedRevision: number | undefined;
  readonly wish: PlaybackWish;
}

type Prepared = Result<{ readonly command: PlaybackCommand; readonly trackIds: readonly Id<'track'>[] }, PlaybackFailure>;
export type ControlPlayback = ReturnType<typeof controlPlayback>;

const MAX_VOLUME = 100;
/** Where the input names what a command fails at. */
const PATHS: Partial<Readonly<Record<PlaybackWish['kind'], readonly string[]>>> = { play: ['play', 'trackId'], playList: ['play'] };
/** Commands that pass over what can no longer be heard. */
const LOOKING_FOR_NEXT: ReadonlySet<PlaybackWish['kind']> = new Set(['resume', 'next', 'previous']);
const notFound = (...path: readonly string[]) => err({ code: 'NOT_FOUND', path } as const);

/** The list that a wish names, as entries, and where it starts. */
async function listed(wish: Extract<PlaybackWish, { kind: 'playList' }>, scene: ChangeScene, newId: NewId): Promise<Prepared> {
  const { playlistId, itemId, positionMs } = wish;
  const places = await scene.playback.tracksOfPlaylist(scene.state.userId, playlistId);
  if (!places) return notFound('play', 'playlistId');
  const startAt = itemId === undefined ? 0 : places.findIndex((place) => place.itemId === itemId);
  if (startAt < 0) return notFound('play', 'itemId');
  const entries = places.map(({ trackId }) => ({ id: newId('queueitem'), trackId }));
  return ok({ command: { kind: 'playList', entries, startAt, positionMs }, trackIds: entries.map(({ trackId }) => trackId) });
}

/** The wish as a command, all ids looked up, and the tracks whose lengths it needs. */
async function prepared(wish: PlaybackWish, scene: ChangeScene, { newId, newSeed }: Dependencies): Promise<Prepared> {
  if (wish.kind === 'playList') return listed(wish, scene, newId);
  if (wish.kind === 'setShuffle') return ok({ command: { ...wish, seed: newSeed() }, trackIds: [] });
  if (wish.kind === 'play') {
    const { trackId, positionMs } = wish;
    return ok({ command: { kind: 'play', entry: { id: newId('queueitem'), trackId }, positionMs }, trackIds: [trackId] });
  }
  const trackIds = LOOKING_FOR_NEXT.has(wish.kind) ? scene.state.entries.map(({ trackId }) => trackId) : [];
  return ok({ command: wish, trackIds });
}

/** What must be true before anything is looked up. */
function admitted({ wish, deviceId, expectedRevision }: ControlPlaybackCommand, scene: ChangeScene): PlaybackFailure | undefined {
  const { devices, state, now } = scene;
  if (!devices.has(deviceId)) return { code: 'NOT_FOUND', path: ['deviceId'] };
  if (expectedRevision !== undefined && expectedRevision !== state.revision)
    return { code: 'REVISION_CONFLICT', path: ['expectedRevision'], current: state };
  if (wish.kind !== 'transferTo') return undefined;
  const path = ['transferTo', 'deviceId'];
  const target = devices.get(wish.deviceId);
  if (!target) return { code: 'NOT_FOUND', path };
  return isAlive(target, now) || target.id === deviceId ? undefined : { code: 'DEVICE_OFFLINE', path };
}

/**
 * Carries out what a device asks of the person's one state of playback, on whatever device it sounds. With `expectedRevision` it is refused with
 * REVISION_CONFLICT and the present state when somebody was faster. Fails with INVALID, NOT_FOUND, NOTHING_TO_PLAY, QUEUE_FULL, DEVICE_OFFLINE
 * and RATE_LIMITED.
 */
export function controlPlayback(deps: Dependencies) {
  return async (asked: ControlPlaybackCommand): Promise<Result<PlaybackState, PlaybackFailure>> => {
    const { wish, deviceId, userId, commandId } = asked;
    if (wish.kind === 'setVolume' && (wish.volume < 0 || wish.volume > MAX_VOLUME)) return err({ code: 'INVALID', path: ['setVolume'] });
    const name = { userId, commandId, deviceId, targetId: wish.kind === 'transferTo' ? wish.deviceId : undefined };
    return changePlayback(deps, name, async (scene): Promise<Result<PlaybackState, PlaybackFailure>> => {
      const refusal = admitted(asked, scene);
      if (refusal) return err(refusal);
      const ready = await prepared(wish, scene, deps);
      if (!ready.ok) return ready;
      const { command, trackIds } = ready.value;
      const durations = trackIds.length === 0 ? new Map() : await scene.playback.durationsOf(userId, trackIds);
      if (wish.kind === 'play' && !durations.has(wish.trackId)) return notFound('play', 'trackId');
      const applied = applyCommand(scene.state, command, { now: scene.now, deviceId, durations });
      return applied.ok ? applied : err({ ...applied.error, path: PATHS[wish.kind] ?? [wish.kind] });
    });
  };
}
