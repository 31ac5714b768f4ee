import { type DocumentNode, Kind, parse, type SelectionSetNode } from 'graphql';
import type { FetchNode } from '../query-plan.ts';
import type { CompileContext } from './context.ts';
import type { Request } from './fetch/send.ts';

/** The request of a fetch. Throws when nothing reaches its subgraph. */
export function requestOf(fetch: FetchNode, { transports, log }: CompileContext): Request {
  const transport = transports.get(fetch.serviceName);
  if (!transport) throw new Error(`no transport for subgraph ${fetch.serviceName}`);
  const document = parse(fetch.operation, { noLocation: true });
  return {
    service: fetch.serviceName,
    transport,
    log,
    operation: { kind: fetch.operationKind, name: fetch.operationName, text: fetch.operation, document },
  };
}

/** A field of a request and the name under which it is answered. */
export interface RequestedField {
  readonly name: string;
  readonly responseName: string;
}

function fieldsOf({ selections }: SelectionSetNode, fragments: ReadonlyMap<string, SelectionSetNode>): RequestedField[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [{ name: selection.name.value, responseName: (selection.alias ?? selection.name).value }];
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value);
    return inner ? fieldsOf(inner, fragments) : [];
  });
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, SelectionSetNode> {
  return new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node.selectionSet] as const] : [])),
  );
}

const operationsOf = ({ definitions }: DocumentNode) => definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);

/** The root fields of a request, those in fragments included. */
export function rootFieldsOf(document: DocumentNode): readonly RequestedField[] {
  const fragments = fragmentsOf(document);
  return operationsOf(document).flatMap(({ selectionSet }) => fieldsOf(selectionSet, fragments));
}

/** What a request asks of its entities, whatever their type. */
export function entityFieldsOf(document: DocumentNode): readonly RequestedField[] {
  const fragments = fragmentsOf(document);
  return operationsOf(document)
    .flatMap(({ selectionSet }) => selectionSet.selections)
    .flatMap((selection) => (selection.kind === Kind.FIELD && selection.selectionSet ? fieldsOf(selection.selectionSet, fragments) : []));
}
