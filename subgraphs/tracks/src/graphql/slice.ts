import { graphqlError, readPage } from '@veza/graphql';
import type { CursorCodec, CursorKey, PageArguments } from '@veza/kernel';
import type { Slice } from '../application/track/ports.ts';

/**
 * The page that is asked for, its cursors as places.
 * @throws GraphQLError BAD_USER_INPUT, CURSOR_INVALID
 */
export function readSlice<Place>(args: PageArguments, codec: CursorCodec, placeOf: (keys: readonly CursorKey[]) => Place): Slice<Place> {
  const { direction, size, after, before } = readPage(args);
  const place = (cursor: string | undefined): Place | undefined => {
    if (cursor === undefined) return undefined;
    const keys = codec.decode(cursor);
    if (!keys) throw graphqlError('CURSOR_INVALID', 'this cursor is not one of this list');
    return placeOf(keys);
  };
  return { direction, size, after: place(after), before: place(before) };
}
