import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isUnionType,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { ALWAYS, isAlways, whenIncluded, type Condition } from './conditions.ts';
import type { CostWeights } from './cost-weights.ts';
import { fieldSizes, type ListLength } from './list-size.ts';
import { unfolder, type Fields, type Occurrence, type Selected } from './unfold.ts';

const MUTATION_WEIGHT = 10;

/** A field of an operation, its occurrences merged, with what it costs. Plain data, which can leave a thread. */
export interface CostNode {
  readonly responseKey: string;
  /** Points of one item, without its children. */
  readonly weight: number;
  /** Whether the weight stands for work that is done whatever comes back: a mutation, or a field with a `@cost` of its own. */
  readonly isFixed: boolean;
  readonly size: ListLength;
  /** It is there when one of these holds. */
  readonly when: readonly Condition[];
  readonly children: CostTree;
}

/** A selection: what applies to every object, and what applies to objects of one type only. Free parts are left out. */
export interface CostTree {
  readonly shared: readonly CostNode[];
  readonly byType: Readonly<Record<string, readonly CostNode[]>>;
}

/** Sizes that a connection hands down to the fields that hold its list. */
type Inherited = ReadonlyMap<string, ListLength>;

const FREE: CostTree = { shared: [], byType: {} };
const NOTHING_INHERITED: Inherited = new Map();

const isFree = ({ weight, children }: CostNode): boolean =>
  weight === 0 && children.shared.length === 0 && Object.keys(children.byType).length === 0;

function fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isUnionType(parent) ? undefined : parent.getFields()[name];
}

/** An abstract type costs what the costliest object behind it costs. */
function weightOfType(schema: GraphQLSchema, weights: CostWeights, type: GraphQLNamedType): number {
  const own = weights.ofType(type.name);
  return isAbstractType(type) ? Math.max(own, ...schema.getPossibleTypes(type).map(({ name }) => weights.ofType(name))) : own;
}

function anyOf(conditions: readonly Condition[]): readonly Condition[] {
  return conditions.find(isAlways) ? [ALWAYS] : conditions;
}

const selectedBy = (occurrences: readonly Occurrence[]): readonly Selected[] =>
  occurrences.flatMap(({ node: { selectionSet }, condition }) => (selectionSet ? [{ set: selectionSet, condition }] : []));

/**
 * Compiles the fields of an operation into a tree of costs.
 * @throws GraphQLError OPERATION_LIMIT_EXCEEDED when fragments unfold to more fields than any client needs
 */
export function costTree(
  schema: GraphQLSchema,
  weights: CostWeights,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CostTree {
  const { fieldsOf } = unfolder(schema, document);
  const mutationType = schema.getMutationType();
  const weightOf = (parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): Pick<CostNode, 'weight' | 'isFixed'> => {
    const fixed = weights.ofField(parent.name, field.name) ?? (parent === mutationType ? MUTATION_WEIGHT : undefined);
    return { weight: fixed ?? weightOfType(schema, weights, getNamedType(field.type)), isFixed: fixed !== undefined };
  };
  const compileField = (responseKey: string, occurrences: readonly Occurrence[], inherited: Inherited): readonly CostNode[] => {
    const { node, parent } = occurrences[0]!;
    const field = fieldOf(parent, node.name.value);
    if (!field) return [];
    const sizes = fieldSizes(node, field, weights.listSize(parent.name, field.name));
    const compiled: CostNode = {
      responseKey,
      ...weightOf(parent, field),
      size: inherited.get(field.name) ?? sizes.own,
      when: anyOf(occurrences.map(({ condition }) => condition)),
      children: compileSets(getNamedType(field.type), selectedBy(occurrences), sizes.ofChildren),
    };
    return isFree(compiled) ? [] : [compiled];
  };
  const compileFields = (fields: Fields, inherited: Inherited) =>
    [...fields].flatMap(([responseKey, occurrences]) => compileField(responseKey, occurrences, inherited));
  const compileSets = (type: GraphQLNamedType, sets: readonly Selected[], inherited: Inherited): CostTree => {
    if (!isCompositeType(type) || sets.length === 0) return FREE;
    const { shared, byType } = fieldsOf(type, sets);
    const typed = [...byType].map(([name, fields]) => [name, compileFields(fields, inherited)] as const);
    return { shared: compileFields(shared, inherited), byType: Object.fromEntries(typed.filter(([, nodes]) => nodes.length > 0)) };
  };

  const root = schema.getRootType(operation.operation);
  const condition = whenIncluded(operation);
  return root && condition ? compileSets(root, [{ set: operation.selectionSet, condition }], NOTHING_INHERITED) : FREE;
}
