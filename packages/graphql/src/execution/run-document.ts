import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  getOperationAST,
  type GraphQLError,
  type GraphQLSchema,
  validate,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { canCompile } from './can-compile.ts';
import type { SubgraphContext } from '../subgraph.ts';

/** Variables of an operation, not coerced yet. */
export type Variables = Readonly<Record<string, unknown>>;

/** Runs one prepared document any number of times. @param root what the root fields start from: the event of a subscription, else undefined */
export type RunDocument = (root: unknown, context: SubgraphContext, variables: Variables) => Promise<ExecutionResult> | ExecutionResult;

/** What becomes of a document: something to run, or why it never will. */
export type PreparedDocument = { readonly run: RunDocument } | { readonly errors: readonly GraphQLError[] };

function interpreted(schema: GraphQLSchema, document: DocumentNode): RunDocument {
  return (rootValue, contextValue, variableValues) => execute({ schema, document, rootValue, contextValue, variableValues });
}

function runner(schema: GraphQLSchema, document: DocumentNode): RunDocument {
  if (!canCompile(schema, document)) return interpreted(schema, document);
  const compiled = compileQuery(schema, document, getOperationAST(document)?.name?.value ?? '');
  if (!isCompiledQuery(compiled)) return interpreted(schema, document);
  return (root, context, variables) => compiled.query(root, context, variables);
}

/** Validates a document and compiles it to a function; worth keeping per document. Never throws for the document. */
export function prepareDocument(schema: GraphQLSchema, document: DocumentNode): PreparedDocument {
  const errors = validate(schema, document);
  return errors.length > 0 ? { errors } : { run: runner(schema, document) };
}
