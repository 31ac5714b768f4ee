import type { Json } from '../../../transport/port.ts';
import { type DataObject, emptyObject, isDataObject, readProperty, writeProperty } from '../own-property.ts';

/** How two answers meet. */
export interface MergeRules {
  /** Told when an answer does not fit what is already there: lists of different lengths at one place. */
  readonly onMismatch: () => void;
  /** What is put into the tree for a new value: the value itself when the answer is given away, else a copy. */
  readonly adopt: (value: Json) => Json;
}

type MutableList = (Json | undefined)[];

/** The value that stands where two answers meet: objects deep, lists by index, everything else overwrites. Changes `present` in place. */
export function merged(present: Json | undefined, incoming: Json, rules: MergeRules): Json {
  if (Array.isArray(present) && Array.isArray(incoming)) {
    mergeLists(present as MutableList, incoming as readonly Json[], rules);
    return present as Json;
  }
  if (isDataObject(present) && isDataObject(incoming)) {
    mergeInto(present, incoming, rules);
    return present as Json;
  }
  return rules.adopt(incoming);
}

function mergeLists(target: MutableList, source: readonly Json[], rules: MergeRules): void {
  if (target.length !== source.length) {
    rules.onMismatch();
    return;
  }
  for (let index = 0; index < source.length; index += 1) target[index] = merged(target[index], source[index]!, rules);
}

/** Merges an answer into the tree, in place. */
export function mergeInto(target: DataObject, source: DataObject, rules: MergeRules): void {
  for (const key of Object.keys(source)) {
    const incoming = source[key];
    if (incoming === undefined) continue;
    const present = readProperty(target, key);
    writeProperty(target, key, present === undefined ? rules.adopt(incoming) : merged(present, incoming, rules));
  }
}

/** A copy that shares nothing with the original. */
export function deepCopy(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => deepCopy(item));
  if (!isDataObject(value)) return value;
  const copy = emptyObject();
  for (const key of Object.keys(value)) writeProperty(copy, key, deepCopy(value[key]!));
  return copy as Json;
}
