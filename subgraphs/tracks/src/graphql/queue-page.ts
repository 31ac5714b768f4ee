import { type Connection, connection, graphqlError, readSlice } from '@veza/graphql';
import { type CursorCodec, type PageArguments, pageOf } from '@veza/kernel';
import { type PlaybackState, upcoming } from '../domain/playback/playback-state.ts';
import type { QueueEntry } from '../domain/playback/queue.ts';

/**
 * A page of what follows. A cursor names an entry and holds as long as that is known, also once it was played.
 * @throws GraphQLError BAD_USER_INPUT, CURSOR_INVALID
 */
export function queuePage(state: PlaybackState, args: PageArguments, codec: CursorCodec): Connection<QueueEntry> {
  const slice = readSlice(args, codec, ([id]) => String(id));
  const placeOf = (id: string) => {
    const place = state.entries.findIndex((entry) => entry.id === id);
    if (place < 0) throw graphqlError('CURSOR_INVALID', 'this entry is no longer in the queue');
    return place;
  };
  const from = slice.after === undefined ? state.currentAt : Math.max(state.currentAt, placeOf(slice.after));
  const to = slice.before === undefined ? state.entries.length : Math.max(from + 1, placeOf(slice.before));
  const between = state.entries.slice(from + 1, to);
  const rows = slice.direction === 'forward' ? between.slice(0, slice.size + 1) : between.toReversed().slice(0, slice.size + 1);
  return connection(pageOf(rows, slice), ({ id }) => codec.encode([id]), upcoming(state).length);
}
