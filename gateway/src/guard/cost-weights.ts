import {
  Kind,
  type ConstDirectiveNode,
  type ConstValueNode,
  type DefinitionNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ScalarTypeDefinitionNode,
} from 'graphql';
import { linkedNames } from '../supergraph/links.ts';

const COST_SPECIFICATION = 'https://specs.apollo.dev/cost';

/** What `@listSize` says of a field. */
export interface ListSize {
  /** Items when no slicing argument is given. */
  readonly assumedSize: number | undefined;
  /** Arguments that hold the number of items. */
  readonly slicingArguments: readonly string[];
  /** Fields of the returned object that hold the list; empty when the field itself is the list. */
  readonly sizedFields: readonly string[];
}

/** What things cost in one supergraph, by the names of the types and fields. */
export interface CostWeights {
  /** Points of one object: `@cost` of the type, else 1 for an entity and 0 for everything else. */
  ofType(type: string): number;
  /** `@cost` of the field, if it has one. */
  ofField(type: string, field: string): number | undefined;
  /** `@listSize` of the field, if it has one. */
  listSize(type: string, field: string): ListSize | undefined;
}

type Annotated = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

const findDirective = (node: Annotated, wanted: string | undefined) => node.directives?.find(({ name }) => name.value === wanted);
const argument = (directive: ConstDirectiveNode, wanted: string): ConstValueNode | undefined =>
  directive.arguments?.find(({ name }) => name.value === wanted)?.value;

/** Number in an argument: an Int, or text as the older form of the specification has it. */
function numberOf(value: ConstValueNode | undefined): number | undefined {
  const isNumeric = value?.kind === Kind.INT || value?.kind === Kind.FLOAT || value?.kind === Kind.STRING;
  const number = isNumeric ? Number(value.value) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}
const namesOf = (value: ConstValueNode | undefined): readonly string[] =>
  value?.kind === Kind.LIST ? value.values.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : [])) : [];

function listSizeOf(field: FieldDefinitionNode, directiveName: string | undefined): ListSize | undefined {
  const directive = findDirective(field, directiveName);
  if (!directive) return undefined;
  return {
    assumedSize: numberOf(argument(directive, 'assumedSize')),
    slicingArguments: namesOf(argument(directive, 'slicingArguments')),
    sizedFields: namesOf(argument(directive, 'sizedFields')),
  };
}

const isEntity = (node: Annotated): boolean =>
  node.directives?.some((directive) => directive.name.value === 'join__type' && argument(directive, 'key') !== undefined) ?? false;

type WeighedType = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode | ScalarTypeDefinitionNode | EnumTypeDefinitionNode;

const WEIGHED_KINDS: ReadonlySet<string> = new Set([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
]);
const isWeighed = (node: DefinitionNode): node is WeighedType => WEIGHED_KINDS.has(node.kind);
const fieldsOf = (node: WeighedType): readonly FieldDefinitionNode[] => ('fields' in node ? (node.fields ?? []) : []);

/** Reads `@cost`, `@listSize` and the entities from a supergraph. */
export function costWeights(supergraph: DocumentNode): CostWeights {
  const names = linkedNames(supergraph);
  const costName = names.directive(COST_SPECIFICATION, 'cost');
  const listSizeName = names.directive(COST_SPECIFICATION, 'listSize');
  const weightOf = (node: Annotated) => {
    const directive = findDirective(node, costName);
    return directive && numberOf(argument(directive, 'weight'));
  };
  const types = new Map<string, number>();
  const fieldWeights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();
  for (const node of supergraph.definitions.filter(isWeighed)) {
    types.set(node.name.value, weightOf(node) ?? (isEntity(node) ? 1 : 0));
    for (const field of fieldsOf(node)) {
      const name = `${node.name.value}.${field.name.value}`;
      const weight = weightOf(field);
      if (weight !== undefined) fieldWeights.set(name, weight);
      const listSize = listSizeOf(field, listSizeName);
      if (listSize) listSizes.set(name, listSize);
    }
  }
  return {
    ofType: (type) => types.get(type) ?? 0,
    ofField: (type, field) => fieldWeights.get(`${type}.${field}`),
    listSize: (type, field) => listSizes.get(`${type}.${field}`),
  };
}
