import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { composeServices as composeWithSecond } from '@theguild/federation-composition';
import { type DocumentNode, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { describeOnce } from './describe-once.ts';
import { SUBGRAPH_NAMES } from './ids.ts';
import { nodesSdl } from './nodes.ts';
import { subgraphSdl } from './sdl.ts';

/** A subgraph as composition sees it. */
export interface Service {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

/** What composition makes: the SDL for gateways and the SDL for clients. */
export interface Composition {
  readonly supergraph: string;
  readonly publicSchema: string;
}

/** Hints that composition may give: each subgraph declares only its own codes and composition takes the union. */
const ALLOWED_HINTS = new Set(['INCONSISTENT_ENUM_VALUE_FOR_OUTPUT_ENUM']);

const FIRST_PORT = 4001;

/** All subgraphs of the platform, at the addresses that they have when they run alone. */
export function services(): readonly Service[] {
  const own = SUBGRAPH_NAMES.map((name, index) => ({
    name,
    url: `http://127.0.0.1:${FIRST_PORT + index}/graphql`,
    sdl: subgraphSdl(name),
  }));
  return [...own, { name: 'nodes', url: 'internal:nodes', sdl: nodesSdl() }];
}

/** The schema that clients see, sorted, without what is `@inaccessible`. */
export function publicSchemaOf(supergraph: string): string {
  const apiSchema = Supergraph.build(supergraph).apiSchema().toGraphQLJSSchema();
  return `${printSchema(lexicographicSortSchema(apiSchema))}\n`;
}

interface ServiceDefinition {
  readonly name: string;
  readonly url: string;
  readonly typeDefs: DocumentNode;
}

/** Services as composers take them, every element described in one of them only. */
function definitions(subgraphs: readonly Service[]): ServiceDefinition[] {
  const described = describeOnce(subgraphs.map(({ name, sdl }) => ({ name, document: parse(sdl) })));
  return subgraphs.map(({ name, url }, index) => ({ name, url, typeDefs: described[index]!.document }));
}

/** Composes with @apollo/composition. Throws with every error; a hint that is not allow-listed is an error. */
export function compose(subgraphs: readonly Service[]): Composition {
  const result = composeServices(definitions(subgraphs));
  if (result.errors) throw new Error(`composition failed:\n${result.errors.map(({ message }) => message).join('\n')}`);
  const hints = result.hints.filter(({ definition }) => !ALLOWED_HINTS.has(definition.code));
  if (hints.length > 0) throw new Error(`composition hints:\n${hints.map((hint) => hint.toString()).join('\n')}`);
  return { supergraph: `${result.supergraphSdl}\n`, publicSchema: publicSchemaOf(result.supergraphSdl) };
}

/** Composes with the second composer, which keeps Apollo's replaceable. Throws with every error. */
export function composeSecond(subgraphs: readonly Service[]): string {
  const result = composeWithSecond(definitions(subgraphs));
  if (result.errors) throw new Error(`second composition failed:\n${result.errors.map(({ message }) => message).join('\n')}`);
  return result.supergraphSdl!;
}
