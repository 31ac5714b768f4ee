import { createHash } from 'node:crypto';
import { type DocumentNode, Kind, parse, type SelectionSetNode } from 'graphql';
import type { FetchNode } from '../query-plan.ts';
import type { Request } from './calls/request.ts';
import type { CompileContext } from './context.ts';
import { ALWAYS, type Conjunction, narrowed } from './writer/inclusion.ts';

/** The request of a fetch. Throws when nothing reaches its subgraph. */
export function requestOf(fetch: FetchNode, { transports, access, log }: CompileContext): Request {
  const { serviceName: service, operationName: name, operation: text, operationKind: kind } = fetch;
  const transport = transports.get(service);
  if (!transport) throw new Error(`no transport for subgraph ${service}`);
  const document = parse(text, { noLocation: true });
  const hash = createHash('sha256')
    .update(`${name ?? ''}\n${text}`)
    .digest('base64url');
  const isPublic = access?.isPublic(document) ?? false;
  return { service, transport, log, key: `${service} ${hash}`, isPublic, operation: { kind, name, text, document } };
}

/** A field of a request and the name under which it is answered. */
export interface RequestedField {
  readonly name: string;
  readonly responseName: string;
  /** When it is asked for. */
  readonly when: Conjunction;
}

type Fragments = ReadonlyMap<string, SelectionSetNode>;

function fieldsOf({ selections }: SelectionSetNode, fragments: Fragments, when: Conjunction = ALWAYS): readonly RequestedField[] {
  return selections.flatMap((selection): readonly RequestedField[] => {
    const condition = narrowed(when, selection.directives);
    if (!condition) return [];
    if (selection.kind === Kind.FIELD) {
      const responseName = (selection.alias ?? selection.name).value;
      return [{ name: selection.name.value, responseName, when: condition }];
    }
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value);
    return inner ? fieldsOf(inner, fragments, condition) : [];
  });
}

function fragmentsOf({ definitions }: DocumentNode): Fragments {
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
