import { createHash } from 'node:crypto';
import { Supergraph } from '@apollo/federation-internals';
import { parse, type DocumentNode, type GraphQLSchema, type OperationTypeNode } from 'graphql';
import { costWeights, type CostWeights } from '../guard/cost-weights.ts';
import { checkOwnScalars } from '../guard/own-scalars.ts';
import { rootFields, type RootField } from './root-fields.ts';

/** Everything the gateway knows of one supergraph. Immutable; a new SDL makes a new one. */
export interface GatewayState {
  readonly sdl: string;
  /** First 16 hex digits of the SDL's SHA-256. */
  readonly hash: string;
  readonly document: DocumentNode;
  /** What clients see: without `@inaccessible` parts and without the machinery of federation. */
  readonly apiSchema: GraphQLSchema;
  readonly rootFields: readonly RootField[];
  /** The root field of a kind and name, if the supergraph has it. */
  rootField(kind: OperationTypeNode, name: string): RootField | undefined;
  readonly costWeights: CostWeights;
}

/**
 * Builds the state from a supergraph SDL.
 * @throws Error when the SDL is not a supergraph, or asks `for: SECURITY` or `for: EXECUTION` for a feature that is not supported here
 */
export function gatewayState(sdl: string): GatewayState {
  const document = parse(sdl);
  const fields = rootFields(document);
  const apiSchema = Supergraph.build(document).apiSchema().toGraphQLJSSchema();
  checkOwnScalars(apiSchema, document);
  const byName = new Map(fields.map((field) => [`${field.kind}.${field.name}`, field]));
  return Object.freeze({
    sdl,
    hash: createHash('sha256').update(sdl).digest('hex').slice(0, 16),
    document,
    apiSchema,
    rootFields: fields,
    rootField: (kind: OperationTypeNode, name: string) => byName.get(`${kind}.${name}`),
    costWeights: costWeights(document),
  });
}
