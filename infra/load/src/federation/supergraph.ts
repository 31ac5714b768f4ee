import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { parse, printSchema } from 'graphql';
import { federationSdl, SUBGRAPH_NAMES, type SubgraphName } from './sdl.ts';

/** Composes the federation. @param urlOf where each subgraph answers */
export function federationSupergraph(urlOf: (name: SubgraphName) => string): string {
  const services = SUBGRAPH_NAMES.map((name) => ({ name, url: urlOf(name), typeDefs: parse(federationSdl[name]) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors) throw new Error(errors.map(String).join('\n'));
  return supergraphSdl;
}

/** The schema that clients see, as SDL: what a server that is no federation serves. */
export function clientSchemaOf(supergraphSdl: string): string {
  return printSchema(Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema());
}
