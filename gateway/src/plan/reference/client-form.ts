import type { Json } from '../../transport/port.ts';
import { type DataObject, isDataObject, writeProperty, emptyObject } from '../own/own-property.ts';

/** Data with the names that the client expects, in the order in which they stand. */
export function withClientNames(value: Json, clientNames: ReadonlyMap<string, string>): Json {
  if (clientNames.size === 0) return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => withClientNames(item, clientNames));
  if (!isDataObject(value)) return value;
  const renamed: DataObject = emptyObject();
  for (const name of Object.keys(value)) {
    const clientName = clientNames.get(name) ?? name;
    // One field may have been asked for under two names; where it stands first counts.
    if (!Object.hasOwn(renamed, clientName)) writeProperty(renamed, clientName, withClientNames(value[name]!, clientNames));
  }
  return renamed as Json;
}
