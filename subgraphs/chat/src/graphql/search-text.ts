import { graphqlError } from '@veza/graphql';
import { textLength } from '../domain/message/text.ts';

/** Longest beginning of a name that is looked for, in code points. */
const MAX_LENGTH = 100;

/** The text to look for; null when none is. @throws GraphQLError BAD_USER_INPUT for one that is empty or longer than 100 characters */
export function searchText(given: string | null | undefined): string | null {
  if (given == null) return null;
  const text = given.normalize('NFC').trim();
  if (text === '' || textLength(text) > MAX_LENGTH) throw graphqlError('BAD_USER_INPUT', `search has 1 to ${MAX_LENGTH} characters`);
  return text;
}
