import { err, type Id, ok, type Result } from '@veza/kernel';
import { clampPosition, currentEntry, type PlaybackState, positionAt, type RepeatMode, toldAt } from './playback-state.ts';
import { enqueue, MAX_ENTRIES, type NewEntry, orderUpcoming, type QueueEntry, rewound } from './queue.ts';

/** What a device asks for, all ids looked up. */
export type PlaybackCommand =
  | { readonly kind: 'play'; readonly entry: NewEntry; readonly positionMs: number }
  | { readonly kind: 'playList'; readonly entries: readonly NewEntry[]; readonly startAt: number; readonly positionMs: number }
  | { readonly kind: 'resume' | 'pause' | 'next' | 'previous' }
  | { readonly kind: 'seek'; readonly positionMs: number }
  | { readonly kind: 'setRepeat'; readonly repeat: RepeatMode }
  | { readonly kind: 'setShuffle'; readonly isShuffled: boolean; readonly seed: number }
  | { readonly kind: 'setVolume'; readonly volume: number }
  | { readonly kind: 'transferTo'; readonly deviceId: Id<'device'> };

/** What a command is judged by. */
export interface CommandFacts {
  readonly now: Date;
  /** The device that commands. */
  readonly deviceId: Id<'device'>;
  /** Lengths in milliseconds of the tracks that the person may hear now. Others are passed over. */
  readonly durations: ReadonlyMap<Id<'track'>, number>;
}

type Failure = { readonly code: 'NOTHING_TO_PLAY' | 'QUEUE_FULL' };
type Applied = Result<PlaybackState, Failure>;

/** Behind this, `previous` goes to the beginning of the track and no further. */
const RESTART_AFTER_MS = 3_000;
/** So close to its end a track that plays has ended, as far as `next` is concerned. */
const END_MS = 1_500;

const NOTHING = err({ code: 'NOTHING_TO_PLAY' } as const);

/** Puts an entry on, from a position. */
function putOn(state: PlaybackState, currentAt: number, { durations }: CommandFacts, positionMs = 0): PlaybackState {
  const trackId = state.entries[currentAt]?.trackId;
  const durationMs = (trackId !== undefined && durations.get(trackId)) || null;
  return { ...state, currentAt, durationMs, positionMs: clampPosition(positionMs, durationMs) };
}

/** The first entry from a place on that can be heard, or -1. */
function heardFrom({ entries }: PlaybackState, from: number, { durations }: CommandFacts): number {
  return entries.findIndex(({ trackId }, place) => place >= from && durations.has(trackId));
}

function play(state: PlaybackState, entry: NewEntry, positionMs: number, facts: CommandFacts): Applied {
  const queued = enqueue(state, [entry], 'NEXT');
  if (!queued.ok) return queued;
  return ok({ ...putOn(queued.value, queued.value.currentAt + 1, facts, positionMs), isPlaying: true, deviceId: facts.deviceId });
}

/** A list takes the place of the whole queue. Shuffled, what stands before the chosen entry follows, too. */
function playList(state: PlaybackState, command: Extract<PlaybackCommand, { kind: 'playList' }>, facts: CommandFacts): Applied {
  const { startAt, positionMs } = command;
  const entries: readonly QueueEntry[] = command.entries.slice(0, MAX_ENTRIES).map((entry, rank) => ({ ...entry, rank }));
  const chosen = entries[startAt];
  if (!chosen) return NOTHING;
  const isShuffled = state.isShuffled;
  const order = isShuffled ? [chosen, ...entries.toSpliced(startAt, 1)] : entries;
  const listed = putOn({ ...state, entries: order }, isShuffled ? 0 : startAt, facts, positionMs);
  return ok({ ...orderUpcoming(listed, isShuffled, state.shuffleSeed), isPlaying: true, deviceId: facts.deviceId });
}

function resume(state: PlaybackState, facts: CommandFacts): Applied {
  const deviceId = state.deviceId ?? facts.deviceId;
  const current = currentEntry(state);
  if (current && facts.durations.has(current.trackId)) {
    const hasEnded = state.positionMs === state.durationMs;
    return ok({ ...state, positionMs: hasEnded ? 0 : state.positionMs, isPlaying: true, deviceId });
  }
  const first = heardFrom(state, state.currentAt + 1, facts);
  return first < 0 ? NOTHING : ok({ ...putOn(state, first, facts), isPlaying: true, deviceId });
}

/** The next entry that can be heard; behind the last one, the first again (ALL) or silence at the beginning of the last. */
function next(state: PlaybackState, facts: CommandFacts): Applied {
  if (state.entries.length === 0) return NOTHING;
  const { repeat, isPlaying, positionMs, durationMs, isShuffled, shuffleSeed } = state;
  const hasEnded = isPlaying && durationMs !== null && positionMs >= durationMs - END_MS;
  if (repeat === 'ONE' && hasEnded) return ok({ ...state, positionMs: 0 });
  const following = heardFrom(state, state.currentAt + 1, facts);
  if (following >= 0) return ok(putOn(state, following, facts));
  if (repeat === 'ALL') {
    const again = rewound(state, isShuffled, shuffleSeed);
    const first = heardFrom(again, 0, facts);
    if (first >= 0) return ok(putOn(again, first, facts));
  }
  return ok({ ...state, isPlaying: false, positionMs: 0 });
}

function previous(state: PlaybackState, facts: CommandFacts): Applied {
  if (!currentEntry(state)) return NOTHING;
  if (state.positionMs > RESTART_AFTER_MS) return ok({ ...state, positionMs: 0 });
  const before = state.entries.slice(0, state.currentAt).findLastIndex(({ trackId }) => facts.durations.has(trackId));
  return ok(before < 0 ? { ...state, positionMs: 0 } : putOn(state, before, facts));
}

type Step<Kind extends PlaybackCommand['kind']> = (
  state: PlaybackState,
  command: Extract<PlaybackCommand, { kind: Kind }>,
  facts: CommandFacts,
) => Applied;

const STEPS: { readonly [Kind in PlaybackCommand['kind']]: Step<Kind> } = {
  play: (state, { entry, positionMs }, facts) => play(state, entry, positionMs, facts),
  playList,
  resume: (state, _command, facts) => resume(state, facts),
  pause: (state) => ok({ ...state, isPlaying: false }),
  next: (state, _command, facts) => next(state, facts),
  previous: (state, _command, facts) => previous(state, facts),
  seek: (state, { positionMs }) =>
    currentEntry(state) ? ok({ ...state, positionMs: clampPosition(positionMs, state.durationMs) }) : NOTHING,
  setRepeat: (state, { repeat }) => ok({ ...state, repeat }),
  setShuffle: (state, { isShuffled, seed }) =>
    ok({ ...orderUpcoming(state, isShuffled, seed), isShuffled, shuffleSeed: isShuffled ? seed : state.shuffleSeed }),
  setVolume: (state, { volume }) => ok({ ...state, volume }),
  transferTo: (state, { deviceId }) => ok({ ...state, deviceId }),
};

/**
 * The state after a command. Every command that is carried out raises the revision by one, also when nothing else changes.
 * Fails with NOTHING_TO_PLAY and QUEUE_FULL; then nothing changes.
 */
export function applyCommand(state: PlaybackState, command: PlaybackCommand, facts: CommandFacts): Applied {
  const step = STEPS[command.kind] as Step<PlaybackCommand['kind']>;
  const applied = step(toldAt(state, facts.now), command, facts);
  return applied.ok ? ok({ ...applied.value, revision: state.revision + 1 }) : applied;
}

/** The state once its device is gone: paused where it was last heard of, or a little further. */
export function afterLoss(state: PlaybackState, lastHeardOf: Date): PlaybackState {
  const heard = { ...state, positionMs: positionAt(state, lastHeardOf), asOf: lastHeardOf > state.asOf ? lastHeardOf : state.asOf };
  return { ...heard, isPlaying: false, deviceId: null, revision: state.revision + 1 };
}
