import { type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import type { ErrorCode } from './error-codes.ts';
import { maskError } from './error-mask.ts';

/** Refusals of one request that a client is told of; more only make the answer long. */
const MAX_REFUSALS = 20;

/** A result whose errors may leave the subgraph. @param requestCode see `maskError` */
export function maskResult(
  schema: GraphQLSchema,
  result: ExecutionResult,
  requestId: string,
  requestCode: ErrorCode = 'BAD_USER_INPUT',
): ExecutionResult {
  if (!result.errors || result.errors.length === 0) return result;
  const told = result.data === undefined ? result.errors.slice(0, MAX_REFUSALS) : result.errors;
  const errors = told.map((error) => {
    const { message, path, extensions } = maskError(schema, error, requestId, requestCode);
    return new GraphQLError(message, { nodes: error.nodes ?? null, path: path ?? null, extensions: extensions ?? null });
  });
  return { ...result, errors };
}
