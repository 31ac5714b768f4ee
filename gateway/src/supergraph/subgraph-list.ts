import { Kind, type DocumentNode } from 'graphql';

/** A subgraph as the supergraph names it. */
export interface ListedSubgraph {
  readonly name: string;
  /** Where it was when the supergraph was composed; may be empty. */
  readonly url: string;
}

/** The subgraphs of a supergraph. @see https://specs.apollo.dev/join/v0.5 `@join__graph` */
export function listedSubgraphs(supergraph: DocumentNode): readonly ListedSubgraph[] {
  const graphs = supergraph.definitions.find((node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph');
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return values.map(({ name, directives = [] }) => {
    const given = directives.find((directive) => directive.name.value === 'join__graph')?.arguments ?? [];
    const text = (wanted: string): string | undefined => {
      const value = given.find((argument) => argument.name.value === wanted)?.value;
      return value?.kind === Kind.STRING ? value.value : undefined;
    };
    return { name: text('name') ?? name.value, url: text('url') ?? '' };
  });
}
