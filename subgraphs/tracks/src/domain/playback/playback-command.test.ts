import type { Id } from '@veza/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterLoss, applyCommand, type CommandFacts, type PlaybackCommand } from './playback-command.ts';
import { currentEntry, initialPlayback, type PlaybackState, positionAt } from './playback-state.ts';

const START = 1_000_000;
const track = (name: string | number): Id<'track'> => `track_${name}`;
const TRACKS = ['a', 'b', 'c', 'd'];
const durations = new Map(TRACKS.map((name) => [track(name), 60_000]));
const facts = (seconds = 0, more: Partial<CommandFacts> = {}): CommandFacts => ({
  now: new Date(START + seconds * 1_000),
  deviceId: 'device_a',
  durations,
  ...more,
});
const entry = (name: string) => ({ id: `queueitem_${name}` as const, trackId: track(name) });
const empty = initialPlayback('user_a', new Date(START));
const list = (startAt = 0, positionMs = 0): PlaybackCommand => ({ kind: 'playList', entries: TRACKS.map(entry), startAt, positionMs });

/** The state after commands, each at its second. */
function after(...given: readonly (readonly [number, PlaybackCommand])[]): PlaybackState {
  return given.reduce<PlaybackState>((state, [seconds, command]) => {
    const applied = applyCommand(state, command, facts(seconds));
    if (!applied.ok) throw new Error(applied.error.code);
    return applied.value;
  }, empty);
}
const on = (state: PlaybackState) => currentEntry(state)?.trackId.slice('track_'.length);

describe('a command', () => {
  it('puts a track on before the rest of the queue, on the device that commands', () => {
    const state = after([0, list()], [10, { kind: 'play', entry: entry('x'), positionMs: 0 }]);
    expect(state).toMatchObject({ revision: 2, isPlaying: true, deviceId: 'device_a' });
    expect(state.entries.map(({ trackId }) => trackId.slice('track_'.length)).join('')).toBe('axbcd');
  });

  it('begins a list where it is asked to, in an order of chance when that is on', () => {
    expect(on(after([0, list(2, 5_000)]))).toBe('c');
    const shuffled = after([0, { kind: 'setShuffle', isShuffled: true, seed: 3 }], [1, list(2)]);
    expect(on(shuffled)).toBe('c');
    expect(shuffled).toMatchObject({ currentAt: 0, isShuffled: true });
    expect(shuffled.entries).toHaveLength(4);
    expect(applyCommand(empty, { kind: 'playList', entries: [], startAt: 0, positionMs: 0 }, facts())).toMatchObject({ ok: false });
  });

  it('goes on and back, and ends in silence', () => {
    const started: readonly [number, PlaybackCommand] = [0, list()];
    expect(on(after(started, [1, { kind: 'next' }]))).toBe('b');
    expect(on(after(started, [1, { kind: 'next' }], [2, { kind: 'previous' }]))).toBe('a');
    const restarted = after(started, [1, { kind: 'next' }], [9, { kind: 'previous' }]);
    expect([on(restarted), restarted.positionMs]).toEqual(['b', 0]);
    expect(after([0, list(3)], [9, { kind: 'next' }])).toMatchObject({ isPlaying: false, positionMs: 0, currentAt: 3 });
    expect(after(started, [1, { kind: 'previous' }])).toMatchObject({ currentAt: 0, positionMs: 0 });
  });

  it('repeats one track when it ends by itself, and the whole queue behind its last', () => {
    const one = after([0, list()], [0, { kind: 'setRepeat', repeat: 'ONE' }]);
    const ended = applyCommand(one, { kind: 'next' }, facts(60));
    expect(ended.ok && [on(ended.value), ended.value.positionMs, ended.value.isPlaying]).toEqual(['a', 0, true]);
    const skipped = applyCommand(one, { kind: 'next' }, facts(20));
    expect(skipped.ok && on(skipped.value)).toBe('b');
    expect(on(after([0, list(3)], [0, { kind: 'setRepeat', repeat: 'ALL' }], [5, { kind: 'next' }]))).toBe('a');
  });

  it('passes over what can no longer be heard', () => {
    const state = after([0, list()]);
    const withoutB = facts(1, {
      durations: new Map([
        [track('a'), 60_000],
        [track('d'), 60_000],
      ]),
    });
    const next = applyCommand(state, { kind: 'next' }, withoutB);
    expect(next.ok && on(next.value)).toBe('d');
    const back = next.ok && applyCommand(next.value, { kind: 'previous' }, withoutB);
    expect(back && back.ok && on(back.value)).toBe('a');
    const resumed = applyCommand(state, { kind: 'resume' }, facts(1, { durations: new Map([[track('c'), 60_000]]) }));
    expect(resumed.ok && on(resumed.value)).toBe('c');
    const nothing = facts(1, { durations: new Map() });
    expect(applyCommand(state, { kind: 'resume' }, nothing)).toEqual({ ok: false, error: { code: 'NOTHING_TO_PLAY' } });
    const all = after([0, list()], [0, { kind: 'setRepeat', repeat: 'ALL' }]);
    expect(applyCommand(all, { kind: 'next' }, nothing)).toMatchObject({ ok: true, value: { isPlaying: false } });
  });

  it('pauses, resumes and seeks within the track', () => {
    const paused = after([0, list()], [10, { kind: 'pause' }], [99, { kind: 'setVolume', volume: 7 }]);
    expect(paused).toMatchObject({ isPlaying: false, positionMs: 10_000, volume: 7 });
    expect(after([0, list()], [70, { kind: 'pause' }], [80, { kind: 'resume' }])).toMatchObject({ isPlaying: true, positionMs: 0 });
    expect(after([0, list()], [1, { kind: 'seek', positionMs: 99_000 }]).positionMs).toBe(60_000);
    expect(after([0, list()], [1, { kind: 'seek', positionMs: -5 }]).positionMs).toBe(0);
  });

  it('hands over to another device at the same place', () => {
    const moved = after([0, list()], [12, { kind: 'transferTo', deviceId: 'device_b' }]);
    expect(moved).toMatchObject({ deviceId: 'device_b', isPlaying: true, positionMs: 12_000 });
    expect(positionAt(moved, facts(20).now)).toBe(20_000);
  });

  it.each(['resume', 'next', 'previous'] as const)('is refused when it asks an empty queue to %s', (kind) => {
    expect(applyCommand(empty, { kind }, facts())).toEqual({ ok: false, error: { code: 'NOTHING_TO_PLAY' } });
    expect(applyCommand(empty, { kind: 'seek', positionMs: 0 }, facts())).toMatchObject({ ok: false });
  });

  it('raises the revision by one, and leaves a state that makes sense', () => {
    const name = fc.constantFrom(...TRACKS);
    const anyCommand: fc.Arbitrary<PlaybackCommand> = fc.oneof(
      fc.constantFrom<PlaybackCommand>({ kind: 'resume' }, { kind: 'pause' }, { kind: 'next' }, { kind: 'previous' }),
      fc.record({ kind: fc.constant('play' as const), entry: name.map(entry), positionMs: fc.nat(90_000) }),
      fc.nat(3).map((startAt) => list(startAt)),
      fc.record({ kind: fc.constant('seek' as const), positionMs: fc.integer({ min: -10, max: 90_000 }) }),
      fc.record({ kind: fc.constant('setRepeat' as const), repeat: fc.constantFrom('OFF', 'ONE', 'ALL') }),
      fc.record({ kind: fc.constant('setShuffle' as const), isShuffled: fc.boolean(), seed: fc.integer() }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCommand, fc.nat(40), fc.subarray(TRACKS))), (steps) => {
        let [state, seconds] = [empty, 0];
        for (const [command, gap, heard] of steps) {
          seconds += gap;
          const allowed = new Map(heard.map((each) => [track(each), 60_000]));
          const applied = applyCommand(
            state,
            command,
            facts(seconds, { durations: command.kind.startsWith('play') ? durations : allowed }),
          );
          if (!applied.ok) continue;
          expect(applied.value.revision).toBe(state.revision + 1);
          state = applied.value;
          expect(state.currentAt).toBeLessThan(Math.max(1, state.entries.length));
          expect(state.positionMs).toBeLessThanOrEqual(state.durationMs ?? 0);
          expect(new Set(state.entries.map(({ rank }) => rank)).size).toBe(state.entries.length);
          expect(state.isPlaying && (state.deviceId === null || !currentEntry(state)), 'it sounds nowhere').toBe(false);
        }
      }),
    );
  });
});

describe('a device that is gone', () => {
  it('leaves the place where it was last heard', () => {
    expect(afterLoss(after([0, list()]), facts(15).now)).toMatchObject({
      isPlaying: false,
      deviceId: null,
      positionMs: 15_000,
      revision: 2,
    });
  });
});
