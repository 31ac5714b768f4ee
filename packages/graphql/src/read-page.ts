import { MAX_CURSOR_LENGTH, type PageArguments, pageRequest, type PageRequest } from '@veza/kernel';
import { graphqlError } from './graphql-error.ts';

/**
 * The paging arguments of a connection field, checked: 1 to 100, never `first` with `last`, never clamped.
 * @throws GraphQLError BAD_USER_INPUT for sizes, CURSOR_INVALID for a cursor that is too long to be one
 */
export function readPage(given: PageArguments): PageRequest {
  const request = pageRequest(given);
  if (!request.ok) throw graphqlError(request.error.code, request.error.message);
  for (const cursor of [request.value.after, request.value.before]) {
    if (cursor !== undefined && cursor.length > MAX_CURSOR_LENGTH)
      throw graphqlError('CURSOR_INVALID', 'this cursor is not one of this list');
  }
  return request.value;
}
