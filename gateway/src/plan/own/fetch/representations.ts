import type { Json } from '../../../transport/port.ts';
import type { FetchNode, RequiredField, RequiredSelection } from '../../query-plan.ts';
import { merged, type MergeRules } from './merge.ts';
import { type DataObject, emptyObject, isDataObject, propertyReader, writeProperty } from '../own-property.ts';
import { compileRewrites } from './rewrites.ts';
import type { SupergraphTypes } from '../supergraph-types.ts';

/**
 * What is sent to `_entities` for a target; undefined when the target lacks something, so that it cannot be asked for.
 * @param mayLack asked when a required field, no key, is missing: whether it was left out by a condition and is left out here as well
 */
export type RepresentationOf = (target: DataObject, mayLack: MayLack) => DataObject | undefined;

/** @param field name under which the target would have it */
export type MayLack = (target: DataObject, field: string) => boolean;

/** Copies a selection from one object into another. False when the object lacks a selected key; null is a value. */
type Copy = (source: DataObject, into: DataObject, mayLack: (field: string) => boolean) => boolean;

const never = () => false;

const typeNameOf = propertyReader('__typename');
const WITHIN_ONE_TARGET: MergeRules = { onMismatch: () => undefined, adopt: (value) => value };

function copyValue(value: Json, copy: Copy): Json | undefined {
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map((item) => copyValue(item, copy));
    return items.includes(undefined) ? undefined : (items as Json[]);
  }
  if (!isDataObject(value)) return value;
  const into = emptyObject();
  return copy(value, into, never) ? (into as Json) : undefined;
}

/** What compiling a selection needs to know. */
interface Scope {
  readonly types: SupergraphTypes;
  /** Type that the fields belong to, where a fragment says so. */
  readonly typeName?: string | undefined;
  /** Whether the fields are those of the target itself. */
  readonly isTarget: boolean;
}

function compileField({ name, alias, selections }: RequiredField, { types, typeName, isTarget }: Scope): Copy {
  const key = alias ?? name;
  const read = propertyReader(key);
  const copy = selections && compileSelections(selections, { types, isTarget: false });
  const isDispensable = isTarget && typeName !== undefined && name !== '__typename' && !types.isKeyField(typeName, name);
  return (source, into, mayLack) => {
    const value = read(source);
    const copied = value === undefined || copy === undefined ? value : copyValue(value, copy);
    if (copied === undefined) return isDispensable && mayLack(key);
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
  return (source, into, mayLack) => {
    const typeName = typeNameOf(source);
    return typeof typeName === 'string' && scope.types.isSubtype(typeName, typeCondition) ? copy(source, into, mayLack) : true;
  };
}

function compileSelections(selections: readonly RequiredSelection[], scope: Scope): Copy {
  const copies = selections.map((selection) => compileSelection(selection, scope));
  return (source, into, mayLack) => copies.every((copy) => copy(source, into, mayLack));
}

/** Compiles the `requires` of an entity fetch with its input rewrites. */
export function representationsOf(fetch: FetchNode, types: SupergraphTypes): RepresentationOf {
  const copy = compileSelections(fetch.requires ?? [], { types, isTarget: true });
  const rewrite = compileRewrites(fetch.inputRewrites, types);
  return (target, mayLack) => {
    const representation = emptyObject();
    if (!copy(target, representation, (field) => mayLack(target, field))) return undefined;
    rewrite?.(representation);
    const typeName = typeNameOf(representation);
    // Of a fragment on an interface an object may have required fields and no key: the fetch is about others.
    return typeof typeName === 'string' && types.hasKey(typeName, representation) ? representation : undefined;
  };
}
