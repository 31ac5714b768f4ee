import { Kind, parse, type DocumentNode, type EnumTypeDefinitionNode, type InputObjectTypeDefinitionNode, type TypeNode } from 'graphql';
import type { SubgraphOperation } from '../transport/port.ts';
import type { RootField } from './root-fields.ts';

/** Makes the smallest operation that asks one root field. */
export type SampleOperation = (field: RootField) => SubgraphOperation;

/** Literals of scalars; others are text. */
const SCALAR_LITERALS: Readonly<Record<string, string>> = {
  Boolean: 'false',
  ByteCount: '1',
  CurrencyCode: '"EUR"',
  DateTime: '"2026-01-01T00:00:00.000Z"',
  Decimal: '"1"',
  EmailAddress: '"nobody@example.com"',
  Float: '1',
  Int: '1',
  URL: '"https://example.com/"',
};
const ANY_TEXT = '"self-test"';
/** Input objects that need each other would never end. */
const MAX_DEPTH = 8;

const isHidden = ({ directives }: { readonly directives?: readonly { readonly name: { readonly value: string } }[] | undefined }) =>
  directives?.some(({ name }) => name.value === 'inaccessible') ?? false;

/** Prepares the making of operations for one supergraph: only required arguments are given, with plain values. */
export function sampleOperations(supergraph: DocumentNode): SampleOperation {
  const enums = new Map<string, EnumTypeDefinitionNode>();
  const inputs = new Map<string, InputObjectTypeDefinitionNode>();
  const composites = new Set<string>();
  for (const node of supergraph.definitions) {
    if (node.kind === Kind.ENUM_TYPE_DEFINITION) enums.set(node.name.value, node);
    else if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) inputs.set(node.name.value, node);
    else if (node.kind !== Kind.SCALAR_TYPE_DEFINITION && 'name' in node && node.name) composites.add(node.name.value);
  }

  const named = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type));
  const literalOfName = (name: string, depth: number): string => {
    const value = enums.get(name)?.values?.find((candidate) => !isHidden(candidate));
    if (value) return value.name.value;
    const input = inputs.get(name);
    if (!input) return SCALAR_LITERALS[name] ?? ANY_TEXT;
    const required = (input.fields ?? []).filter(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue);
    return depth > MAX_DEPTH ? '{}' : `{${required.map((field) => `${field.name.value}: ${literal(field.type, depth + 1)}`).join(', ')}}`;
  };
  const literal = (type: TypeNode, depth = 0): string => {
    if (type.kind === Kind.NON_NULL_TYPE) return literal(type.type, depth);
    return type.kind === Kind.LIST_TYPE ? `[${literal(type.type, depth)}]` : literalOfName(type.name.value, depth);
  };

  return ({ kind, name, definition }) => {
    const required = (definition.arguments ?? []).filter(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue);
    const given = required.map((argument) => `${argument.name.value}: ${literal(argument.type)}`).join(', ');
    const selection = composites.has(named(definition.type)) ? ' { __typename }' : '';
    const text = `${kind} AccessSelfTest { ${name}${given === '' ? '' : `(${given})`}${selection} }`;
    return { kind, name: 'AccessSelfTest', text, document: parse(text, { noLocation: true }) };
  };
}
