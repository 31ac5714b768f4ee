import { createHash } from 'node:crypto';
import type { DocumentNode, GraphQLSchema, OperationTypeNode } from 'graphql';
import type { Pause } from '../pace.ts';
import type { SupergraphDefinitions } from '../plan/planner-message.ts';
import { buildApiSchema } from './build-api-schema.ts';
import { parseInPieces } from './parse-in-pieces.ts';
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
}

/**
 * Builds the state of a supergraph that the planner can serve, in short steps with pauses for others.
 * @param definitions as the planner's thread read them
 * @throws Error on an `@access` that makes no sense
 */
export async function gatewayState(sdl: string, definitions: SupergraphDefinitions, pause: Pause): Promise<GatewayState> {
  const document = await parseInPieces(definitions.supergraph, pause);
  await pause();
  const fields = rootFields(document);
  const byName = new Map(fields.map((field) => [`${field.kind}.${field.name}`, field]));
  return Object.freeze({
    sdl,
    hash: createHash('sha256').update(sdl).digest('hex').slice(0, 16),
    document,
    apiSchema: await buildApiSchema(definitions.api, document, pause),
    rootFields: fields,
    rootField: (kind: OperationTypeNode, name: string) => byName.get(`${kind}.${name}`),
  });
}
