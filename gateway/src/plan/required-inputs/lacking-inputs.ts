import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { graphNames } from '../../supergraph/root-fields.ts';
import { namedType } from '../../supergraph/subgraph-fields.ts';
import type { FetchNode, PlanNode, RequiredSelection, SubscriptionNode } from '../query-plan.ts';
import { argumentOf } from '../required-arguments/external-fields.ts';
import { topNames } from '../required-arguments/required-set.ts';
import { requirementOf } from '../required-arguments/stand-ins.ts';

/** Whether a plan asks a subgraph for a field without giving it what the field requires; then the subgraph would compute it from nothing. */
export type LacksInputs = (node: PlanNode | SubscriptionNode) => boolean;

const isTrue = ({ arguments: given = [] }: ConstDirectiveNode, wanted: string): boolean =>
  given.some(({ name, value }) => name.value === wanted && value.kind === Kind.BOOLEAN && value.value);

/** What the supergraph tells of the fields of its types. */
interface FieldFacts {
  typeOf(type: string, field: string): string | undefined;
  /** Names of fields that a subgraph has to be given for a field, because it does not know them itself. */
  inputsOf(type: string, field: string, subgraph: string): readonly string[];
}

const EMPTY: readonly string[] = [];

function fieldFacts(supergraph: DocumentNode): FieldFacts {
  const names = graphNames(supergraph);
  const subgraphOf = (directive: ConstDirectiveNode) => names.get(argumentOf(directive, 'graph') ?? '') ?? '';
  const types = new Map<string, string>();
  const external = new Set<string>();
  const provided = new Set<string>();
  const required = new Map<string, readonly string[]>();
  const learn = (type: string, { name, type: fieldType, directives = [] }: FieldDefinitionNode): void => {
    types.set(`${type} ${name.value}`, namedType(fieldType));
    for (const directive of directives) {
      const subgraph = subgraphOf(directive);
      const [requirement, provision] = [requirementOf(directive), argumentOf(directive, 'provides')];
      if (isTrue(directive, 'external')) external.add(`${type} ${name.value} ${subgraph}`);
      if (requirement !== undefined) required.set(`${type} ${name.value} ${subgraph}`, topNames(requirement));
      if (provision !== undefined) for (const inner of topNames(provision)) provided.add(`${inner} ${subgraph}`);
    }
  };
  for (const type of supergraph.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of type.fields ?? []) learn(type.name.value, field);
  }
  return {
    typeOf: (type, field) => types.get(`${type} ${field}`),
    inputsOf: (type, field, subgraph) =>
      (required.get(`${type} ${field} ${subgraph}`) ?? EMPTY).filter(
        (name) => external.has(`${type} ${name} ${subgraph}`) && !provided.has(`${name} ${subgraph}`),
      ),
  };
}

/** Names that a representation has at its top, whatever its type. */
function givenNames(selections: readonly RequiredSelection[]): readonly string[] {
  return selections.flatMap((selection) => (selection.kind === 'Field' ? [selection.name] : givenNames(selection.selections)));
}

const ROOTS = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

/**
 * Finds plans of the kind that planner 2.14.4 gets wrong: on a way that comes back to a subgraph it passed, it asks the first time for
 * a field whose requirements are met the second time only.
 */
export function lackingInputs(supergraph: DocumentNode): LacksInputs {
  const { typeOf, inputsOf } = fieldFacts(supergraph);

  const fieldLacks = (
    { name: { value: name }, selectionSet }: FieldNode,
    type: string,
    given: readonly string[],
    fetch: FetchNode,
  ): boolean => {
    if (name === '_entities') return lacksBelow(selectionSet!, '', givenNames(fetch.requires ?? []), fetch);
    if (inputsOf(type, name, fetch.serviceName).some((input) => !given.includes(input))) return true;
    const inner = typeOf(type, name);
    return selectionSet !== undefined && inner !== undefined && lacksBelow(selectionSet, inner, EMPTY, fetch);
  };
  const lacksBelow = ({ selections }: SelectionSetNode, type: string, given: readonly string[], fetch: FetchNode): boolean =>
    selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return fieldLacks(selection, type, given, fetch);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return false;
      return lacksBelow(selection.selectionSet, selection.typeCondition?.name.value ?? type, given, fetch);
    });
  const lacks: LacksInputs = (node) => {
    switch (node.kind) {
      case 'Fetch':
        return parse(node.operation, { noLocation: true }).definitions.some(
          (definition) =>
            definition.kind === Kind.OPERATION_DEFINITION && lacksBelow(definition.selectionSet, ROOTS[definition.operation], EMPTY, node),
        );
      case 'Flatten':
        return lacks(node.node);
      case 'Sequence':
      case 'Parallel':
        return node.nodes.some(lacks);
      case 'Condition':
        return [node.ifClause, node.elseClause].some((clause) => clause !== undefined && lacks(clause));
      case 'Subscription':
        return [node.primary, node.rest].some((part) => part !== undefined && lacks(part));
      case 'Defer':
        return false;
    }
  };
  return lacks;
}
