import type { CursorCodec, CursorKey, PageArguments, Slice } from '@veza/kernel';
import { graphqlError } from './graphql-error.ts';
import { readPage } from './read-page.ts';

/**
 * The page that is asked for, its cursors as places.
 * @param placeOf makes a place of the keys of a cursor
 * @throws GraphQLError BAD_USER_INPUT, CURSOR_INVALID
 */
export function readSlice<Place>(given: PageArguments, codec: CursorCodec, placeOf: (keys: readonly CursorKey[]) => Place): Slice<Place> {
  const { direction, size, after, before } = readPage(given);
  const read = (cursor: string | undefined): Place | undefined => {
    if (cursor === undefined) return undefined;
    const keys = codec.decode(cursor);
    if (!keys) throw graphqlError('CURSOR_INVALID', 'this cursor is not one of this list');
    return placeOf(keys);
  };
  return { direction, size, after: read(after), before: read(before) };
}
