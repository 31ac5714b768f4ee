import type { Json } from '../../transport/port.ts';

/** An object of the answer that is being put together. Subgraphs choose its keys, so it is read by own property only. */
export type DataObject = { [key: string]: Json | undefined };

/** Whether a value is a JSON object, neither null nor a list. */
export function isDataObject(value: unknown): value is DataObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Looked up once: this is asked of every property of every answer, and a set answers several times faster than `in`. */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * Names that every ordinary object answers to without having them, as `constructor` and `__proto__`.
 * All are legal as response names; only these need the slow way of reading and writing.
 */
export function isInherited(name: string): boolean {
  return INHERITED.has(name);
}

/** A reader of one property that never sees an inherited one. Made once per plan, used per object. */
export function propertyReader(name: string): (object: DataObject) => Json | undefined {
  return isInherited(name) ? (object) => (Object.hasOwn(object, name) ? object[name] : undefined) : (object) => object[name];
}

/** The own property of a name that is only known at run time. */
export function readProperty(object: DataObject, name: string): Json | undefined {
  return isInherited(name) && !Object.hasOwn(object, name) ? undefined : object[name];
}

/** Sets an own property. A plain assignment to `__proto__` would change the object's prototype instead. */
export function writeProperty(object: DataObject, name: string, value: Json): void {
  if (name === '__proto__') Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
  else object[name] = value;
}

/** Instances inherit nothing at all, and unlike `Object.create(null)` stay in the engine's fast form. */
function Bare(this: unknown): void {}
Bare.prototype = Object.freeze(Object.create(null));

/** An empty object that inherits nothing, so that every name is absent until it is set. */
export function emptyObject(): DataObject {
  return new (Bare as unknown as new () => DataObject)();
}
