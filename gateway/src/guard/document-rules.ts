import { graphqlError } from '@veza/graphql/errors';
import { isExceeded, operationReadings, tokensReading, type LimitReading, type Limits } from '@veza/guard';
import {
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { unfitString } from './strings.ts';
import { unconditionalSubscription } from './unconditional-subscription.ts';

const RULES = [...specifiedRules, unconditionalSubscription];

/** What documents are held to. */
export interface DocumentRules {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  /** Whether messages may not help to guess names of the schema. */
  readonly hideSuggestions: boolean;
}

function limitError({ name, max, actual }: LimitReading): GraphQLError {
  return graphqlError('OPERATION_LIMIT_EXCEEDED', `The operation exceeds the limit "${name}" of ${max}.`, { limit: { name, max, actual } });
}

/** Messages quote names of the document, which may be as long as a body. Characters. */
const MAX_MESSAGE_LENGTH = 500;

const shortened = (message: string): string =>
  message.length <= MAX_MESSAGE_LENGTH ? message : `${message.slice(0, MAX_MESSAGE_LENGTH - 1)}…`;

/** The same error with a code of ours; it keeps its place in the document. */
function withCode(error: GraphQLError, code: 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED'): GraphQLError {
  const message = shortened(error.message);
  const { extensions } = graphqlError(code, message);
  const { nodes = null, source = null, positions = null } = error;
  return new GraphQLError(message, { nodes, source, positions, extensions });
}

/**
 * Parses a document of a bounded number of tokens.
 * @throws GraphQLError OPERATION_LIMIT_EXCEEDED, GRAPHQL_PARSE_FAILED
 */
export function parseWithin(text: string, limits: Limits): DocumentNode {
  const tokens = tokensReading(text, limits);
  if (isExceeded(tokens)) throw limitError(tokens);
  try {
    return parse(text);
  } catch (error) {
    throw error instanceof GraphQLError ? withCode(error, 'GRAPHQL_PARSE_FAILED') : error;
  }
}

function invalidities({ schema, limits, hideSuggestions }: DocumentRules, document: DocumentNode): readonly GraphQLError[] {
  const found = validate(schema, document, RULES, { maxErrors: limits.validationErrors, hideSuggestions });
  return found.slice(0, limits.validationErrors).map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
}

/** Everything that is wrong with an operation whatever its variables are: its size first, then the schema's rules, then its strings. */
export function documentProblems(
  rules: DocumentRules,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly GraphQLError[] {
  const exceeded = operationReadings(document, operation, rules.limits).find(isExceeded);
  if (exceeded) return [limitError(exceeded)];
  const invalid = invalidities(rules, document);
  if (invalid.length > 0) return invalid;
  const unfit = unfitString(document);
  return unfit ? [unfit] : [];
}
