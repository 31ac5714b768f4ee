import {
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type CollectedField, collectFields, type Occurrence, type Selections, selectionsBelow, typeDependence } from './collect-fields.ts';
import { inclusionCode, isAlways } from './inclusion.ts';
import { isInherited } from '../own-property.ts';
import type { WriterBuilder } from './writer-builder.ts';

// In the generated code `d` is an object, `v` a value, `t` its JSON text, `s` the text so far, `X` the state, `P` the path, `F` the flags.
// A text of length 0 says that the value is null and may not be.

/** Where a value stands: its depth in the path, code of its key, and its field for messages. */
interface Place {
  readonly depth: number;
  readonly key: string;
  readonly field: string;
}

const text = (value: string) => JSON.stringify(value);

const read = (name: string) => (isInherited(name) ? `ownValue(d, ${text(name)})` : `d[${text(name)}]`);

/** Code that leaves the text of `v` in `t`, or returns when `v` may not be null and is. */
function valueCode(builder: WriterBuilder, type: GraphQLOutputType, place: Place, below: readonly Occurrence[]): string {
  const isRequired = isNonNullType(type);
  const inner = isNonNullType(type) ? type.ofType : type;
  const { depth, key, field } = place;
  const step = `P[${depth}] = ${key};`;
  const at = `X, ${depth}, ${text(field)}`;
  const isNull = 'v === null || v === undefined';
  if (isLeafType(inner)) {
    const leaf = builder.leaf(inner);
    return isRequired
      ? `t = ${isNull} ? undefined : ${leaf}(v); if (t === undefined) { ${step} return missing(${at}, v); }`
      : `if (${isNull}) t = 'null'; else { t = ${leaf}(v); if (t === undefined) { ${step} t = misfit(${at}); } }`;
  }
  const write = `t = ${compositeCode(builder, inner, place, below)};`;
  return isRequired
    ? `${step} if (${isNull}) return missing(${at}, v); ${write} if (t === '') return bubbled(${at});`
    : `if (${isNull}) t = 'null'; else { ${step} ${write} if (t === '') t = 'null'; }`;
}

function compositeCode(builder: WriterBuilder, type: GraphQLOutputType, place: Place, below: readonly Occurrence[]): string {
  const otherwise = `misshapen(X, ${place.depth}, ${text(place.field)})`;
  if (isListType(type)) return `Array.isArray(v) ? ${listFunction(builder, type.ofType, place, below)}(v, X) : ${otherwise}`;
  return `isRecord(v) ? ${objectFunction(builder, type as GraphQLNamedType, place, selectionsBelow(below))}(v, X) : ${otherwise}`;
}

function listFunction(builder: WriterBuilder, item: GraphQLOutputType, { depth, field }: Place, below: readonly Occurrence[]): string {
  const code = valueCode(builder, item, { depth: depth + 1, key: 'i', field }, below);
  return builder.define(`[${depth}${field}${code}`, (name) =>
    [
      `function ${name}(a, X) {`,
      `const P = X.path; let s = '[', v, t;`,
      `for (let i = 0; i < a.length; i++) { v = a[i]; ${code} s += i === 0 ? t : ',' + t; }`,
      `return s + ']'; }`,
    ].join('\n'),
  );
}

function objectFunction(builder: WriterBuilder, type: GraphQLNamedType, place: Place, parents: readonly Selections[]): string {
  if (isObjectType(type)) return concreteFunction(builder, type, place.depth + 1, parents);
  if (!isAbstractType(type)) throw new Error(`${type.name} is no output type with fields`);
  const cases = builder.context.schema
    .getPossibleTypes(type)
    .map((possible) => `case ${text(possible.name)}: return ${concreteFunction(builder, possible, place.depth + 1, parents)}(d, X);`)
    .concat(untypedCase(builder, type, place.depth + 1, parents));
  const otherwise = `return misshapen(X, ${place.depth}, ${text(place.field)});`;
  const code = `const F = X.flags; switch (d["__typename"]) { ${cases.join('\n')} } ${otherwise} }`;
  return builder.define(`${place.depth}${place.field}${code}`, (name) => `function ${name}(d, X) { ${code}`);
}

function concreteFunction(builder: WriterBuilder, type: Composite, depth: number, parents: readonly Selections[]): string {
  const fields = collectFields(type, parents, builder.context);
  return builder.define(`${depth}${type.name} ${builder.keyOf(fields)}`, (name) => {
    const count = builder.context.entityTypes.has(type.name) ? 'X.count++;' : '';
    return `function ${name}(d, X) { const P = X.path, F = X.flags; let s = '{', c = '', v, t; ${count}\n${fieldsCode(builder, type, depth, fields)}\nreturn s + '}'; }`;
  });
}

/** Types whose objects are written field by field. */
type Composite = GraphQLObjectType | GraphQLInterfaceType;

/**
 * An object that bears the name of the interface, or none because nobody asked, comes from a subgraph that knows no more of it
 * (`@interfaceObject`). The type behind it is only looked up where something depends on it; so what all types have is written.
 */
function untypedCase(builder: WriterBuilder, type: GraphQLNamedType, depth: number, parents: readonly Selections[]): readonly string[] {
  if (!isInterfaceType(type)) return [];
  const dependence = typeDependence(type, parents, builder.context);
  if (dependence.some((condition) => condition.size === 0)) return [];
  const needsType = dependence.map((when) => `(${inclusionCode({ when, unless: [] }, builder.flag)})`).join(' || ');
  const write = `return ${concreteFunction(builder, type, depth, parents)}(d, X);`;
  return [`case undefined: case ${text(type.name)}: ${needsType === '' ? write : `if (!(${needsType})) ${write} break;`}`];
}

/** A comma is written as it stands behind a field that is always there, and by the variable `c` behind fields that may be. */
function fieldsCode(builder: WriterBuilder, type: Composite, depth: number, fields: readonly CollectedField[]): string {
  const firstCertain = fields.findIndex(({ inclusion }) => isAlways(inclusion));
  return fields
    .map((field, index) => {
      const isLed = firstCertain !== -1 && index > firstCertain;
      const name = `${isLed ? ',' : ''}${text(field.responseName)}:`;
      const comma = isLed || index === 0 ? '' : 'c + ';
      const after = isLed || index === firstCertain ? '' : ` c = ',';`;
      const code = `${fieldCode(builder, type, depth, field)} s += ${comma}${text(name)} + t;${after}`;
      const condition = inclusionCode(field.inclusion, builder.flag);
      return condition === '' ? code : `if (${condition}) { ${code} }`;
    })
    .join('\n');
}

function fieldCode(
  builder: WriterBuilder,
  type: Composite,
  depth: number,
  { responseName, dataName, occurrences }: CollectedField,
): string {
  const name = occurrences[0]!.node.name.value;
  if (name === '__typename') return `t = ${text(text(type.name))};`;
  if (name === '__schema' || name === '__type') return `t = X.introspection[${text(responseName)}];`;
  const field = type.getFields()[name];
  if (!field) throw new Error(`${type.name} has no field ${name}`);
  const place = { depth, key: text(dataName), field: `${type.name}.${name}` };
  return `v = ${read(dataName)}; ${valueCode(builder, field.type, place, occurrences)}`;
}

/** Generates the functions that write an operation. Answers the name of the one for the root object. */
export function generateWriter(builder: WriterBuilder, root: GraphQLObjectType, selections: readonly Selections[]): string {
  return concreteFunction(builder, root, 0, selections);
}
