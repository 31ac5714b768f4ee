import type { Json } from '../../transport/port.ts';
import { type DataObject, isDataObject, writeProperty, emptyObject } from '../own/own-property.ts';

/** Data with the names that the client expects, in the order in which they stand. */
export function withClientNames(value: Json, clientNames: ReadonlyMap<string, string>): Json {
  if (clientNames.size === 0) return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => withClientNames(item, clientNames));
  if (!isDataObject(value)) return value;
  const renamed: DataObject = emptyObject();
  for (const name of Object.keys(value)) writeProperty(renamed, clientNames.get(name) ?? name, withClientNames(value[name]!, clientNames));
  return renamed as Json;
}
