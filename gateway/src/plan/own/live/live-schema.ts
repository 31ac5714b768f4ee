import { type DocumentNode, Kind, OperationTypeNode, type TypeNode } from 'graphql';
import { liveFields, type LiveFields } from '../../../supergraph/live-fields.ts';
import { rootFields, type RootField } from '../../../supergraph/root-fields.ts';
import { subgraphFields, type SubgraphFields } from '../../../supergraph/subgraph-fields.ts';
import { type ByteTexts, byteTexts } from './byte-texts.ts';

/** What the supergraph tells of subscriptions beyond the schema of the clients. */
export interface LiveSchema {
  readonly live: LiveFields;
  readonly fields: SubgraphFields;
  /** Shared by all who write events. */
  readonly texts: ByteTexts;
  /** Type of the argument that takes a cursor, if the subgraph has it and it may be left out. */
  cursorType(subgraph: string, field: string): TypeNode | undefined;
  /** A field of Query, hidden or not, that a subgraph resolves. */
  queryField(subgraph: string, field: string): RootField | undefined;
}

/** Reads it out of a supergraph. @throws Error on an `@live` that makes no sense */
export function liveSchema(supergraph: DocumentNode): LiveSchema {
  const roots = rootFields(supergraph);
  const live = liveFields(supergraph);
  const root = (kind: OperationTypeNode, subgraph: string, name: string) =>
    roots.find((field) => field.kind === kind && field.name === name && field.subgraphs.includes(subgraph));
  return {
    live,
    fields: subgraphFields(supergraph),
    texts: byteTexts(),
    cursorType(subgraph, name) {
      const field = root(OperationTypeNode.SUBSCRIPTION, subgraph, name);
      const argument = field?.definition.arguments?.find((candidate) => candidate.name.value === live.of(name)?.cursorArg);
      return argument && argument.type.kind !== Kind.NON_NULL_TYPE ? argument.type : undefined;
    },
    queryField: (subgraph, name) => root(OperationTypeNode.QUERY, subgraph, name),
  };
}
