import { toId } from '@veza/kernel';
import type { PlaybackWish } from '../application/playback/control-playback.ts';
import type { ControlPlaybackInput, PlayCommand } from './generated.ts';

/** A wish, or the path of the input that names none. */
export type ReadWish = { readonly wish: PlaybackWish } | { readonly invalid: readonly string[] };

function readPlay({ trackId, playlistId, itemId, positionMs }: PlayCommand): ReadWish {
  const from = positionMs ?? 0;
  if (trackId != null && playlistId == null && itemId == null)
    return { wish: { kind: 'play', trackId: toId('track', trackId), positionMs: from } };
  if (trackId != null || playlistId == null) return { invalid: ['play'] };
  const item = itemId == null ? undefined : toId('plitem', itemId);
  return { wish: { kind: 'playList', playlistId: toId('playlist', playlistId), itemId: item, positionMs: from } };
}

const simple = (kind: 'resume' | 'pause' | 'next' | 'previous', isAsked: boolean | null | undefined): ReadWish | undefined =>
  isAsked === true ? { wish: { kind } } : undefined;

/** A member of the input that is given, as what it asks for. */
function given<T>(value: T | null | undefined, wishOf: (value: T) => ReadWish): ReadWish | undefined {
  return value === null || value === undefined ? undefined : wishOf(value);
}

/** The one thing that a command asks for. Nothing and several things are invalid as a whole. */
export function playbackWish(input: ControlPlaybackInput): ReadWish {
  const asked = [
    given(input.play, readPlay),
    simple('resume', input.resume),
    simple('pause', input.pause),
    given(input.seek, ({ positionMs }) => ({ wish: { kind: 'seek', positionMs } })),
    simple('next', input.next),
    simple('previous', input.previous),
    given(input.setRepeat, (repeat) => ({ wish: { kind: 'setRepeat', repeat } })),
    given(input.setShuffle, (isShuffled) => ({ wish: { kind: 'setShuffle', isShuffled } })),
    given(input.setVolume, (volume) => ({ wish: { kind: 'setVolume', volume } })),
    given(input.transferTo, ({ deviceId }) => ({ wish: { kind: 'transferTo', deviceId: toId('device', deviceId) } })),
  ].filter((wish) => wish !== undefined);
  return asked.length === 1 ? asked[0]! : { invalid: [] };
}
