import type { GraphQLError } from 'graphql';
import { graphqlError } from '../graphql-error.ts';

/** The refusal of a value by its scalar; the message never holds the value. */
export function badInput(scalar: string, expected: string): GraphQLError {
  return graphqlError('BAD_USER_INPUT', `${scalar} must be ${expected}`);
}
