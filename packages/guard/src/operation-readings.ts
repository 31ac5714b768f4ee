import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { LimitReading } from './limit-reading.ts';
import type { LimitName, Limits } from './limits.ts';
import { aliasCount, depth, directiveCount, introspectionDepth, rootFieldCount } from './operation-counts.ts';
import { countTokens } from './tokens.ts';
import { jsonDepth } from './json-depth.ts';

/** Nesting of a JSON body against its limit; to be read before the body is parsed. */
export function jsonDepthReading(bytes: Uint8Array, limits: Pick<Limits, 'jsonDepth'>): LimitReading {
  return { name: 'jsonDepth', max: limits.jsonDepth, actual: jsonDepth(bytes, limits.jsonDepth) };
}

/** Tokens of a document against their limit; to be read before the document is parsed. */
export function tokensReading(text: string, limits: Pick<Limits, 'tokens'>): LimitReading {
  return { name: 'tokens', max: limits.tokens, actual: countTokens(text, limits.tokens) };
}

const COUNTS = {
  depth,
  introspectionDepth,
  aliases: aliasCount,
  rootFields: rootFieldCount,
  directives: directiveCount,
} as const satisfies {
  readonly [Name in LimitName]?: (document: DocumentNode, operation: OperationDefinitionNode) => number;
};

/** Everything that is counted on an operation, in a fixed order; to be read before it is validated, and safe on documents that are not valid. */
export function operationReadings(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limits: Pick<Limits, keyof typeof COUNTS>,
): readonly LimitReading[] {
  const names = Object.keys(COUNTS) as (keyof typeof COUNTS)[];
  return names.map((name) => ({ name, max: limits[name], actual: COUNTS[name](document, operation) }));
}
