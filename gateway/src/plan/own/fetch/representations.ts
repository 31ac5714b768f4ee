import type { Json } from '../../../transport/port.ts';
import type { FetchNode, RequiredField, RequiredSelection } from '../../query-plan.ts';
import { merged, type MergeRules } from './merge.ts';
import { type DataObject, emptyObject, isDataObject, propertyReader, writeProperty } from '../own-property.ts';
import { compileRewrites } from './rewrites.ts';
import type { SupergraphTypes } from '../supergraph-types.ts';

/** What is sent to `_entities` for a target; undefined when the target lacks something, so that it cannot be asked for. */
export type RepresentationOf = (target: DataObject) => DataObject | undefined;

/** Copies a selection from one object into another. False when the object lacks a selected key; null is a value. */
type Copy = (source: DataObject, into: DataObject) => boolean;

const typeNameOf = propertyReader('__typename');
const WITHIN_ONE_TARGET: MergeRules = { onMismatch: () => undefined, adopt: (value) => value };

function copyValue(value: Json, copy: Copy): Json | undefined {
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map((item) => copyValue(item, copy));
    return items.includes(undefined) ? undefined : (items as Json[]);
  }
  if (!isDataObject(value)) return value;
  const into = emptyObject();
  return copy(value, into) ? (into as Json) : undefined;
}

/** What compiling a selection needs to know. */
interface Scope {
  readonly types: SupergraphTypes;
  /** Type that the fields belong to, where a fragment says so. */
  readonly typeName?: string | undefined;
  /** Whether the fetch has conditional fields: then what only they require is missing where they are left out. */
  readonly isConditional: boolean;
}

function compileField({ name, alias, selections }: RequiredField, { types, typeName, isConditional }: Scope): Copy {
  const key = alias ?? name;
  const read = propertyReader(key);
  const copy = selections && compileSelections(selections, { types, isConditional: false });
  const isDispensable = isConditional && typeName !== undefined && name !== '__typename' && !types.isKeyField(typeName, name);
  return (source, into) => {
    const value = read(source);
    const copied = value === undefined || copy === undefined ? value : copyValue(value, copy);
    if (copied === undefined) return isDispensable;
    // Two fragments may select different parts of one object.
    writeProperty(into, key, copy ? merged(read(into), copied, WITHIN_ONE_TARGET) : copied);
    return true;
  };
}

function compileSelection(selection: RequiredSelection, scope: Scope): Copy {
  if (selection.kind === 'Field') return compileField(selection, scope);
  const { typeCondition } = selection;
  const copy = compileSelections(selection.selections, { ...scope, typeName: typeCondition ?? scope.typeName });
  if (typeCondition === undefined) return copy;
  return (source, into) => {
    const typeName = typeNameOf(source);
    return typeof typeName === 'string' && scope.types.isSubtype(typeName, typeCondition) ? copy(source, into) : true;
  };
}

function compileSelections(selections: readonly RequiredSelection[], scope: Scope): Copy {
  const copies = selections.map((selection) => compileSelection(selection, scope));
  return (source, into) => copies.every((copy) => copy(source, into));
}

const hasConditions = (operation: string) => /@(?:skip|include)\b/.test(operation);

/** Compiles the `requires` of an entity fetch with its input rewrites. */
export function representationsOf(fetch: FetchNode, types: SupergraphTypes): RepresentationOf {
  const copy = compileSelections(fetch.requires ?? [], { types, isConditional: hasConditions(fetch.operation) });
  const rewrite = compileRewrites(fetch.inputRewrites, types);
  return (target) => {
    const representation = emptyObject();
    if (!copy(target, representation)) return undefined;
    rewrite?.(representation);
    const typeName = typeNameOf(representation);
    // Of a fragment on an interface an object may have required fields and no key: the fetch is about others.
    return typeof typeName === 'string' && types.hasKey(typeName, representation) ? representation : undefined;
  };
}
