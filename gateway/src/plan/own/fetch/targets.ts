import { type DataObject, isDataObject, readProperty } from '../own-property.ts';

/** Place of a value in the answer: field names and list indices. */
export type ResponsePath = readonly (string | number)[];

/** The segment of a plan's path that stands for each item of a list. */
export const EACH = '@';

/** The objects at one path of a plan. */
export interface Targets {
  /** All objects at the path, in order of the answer. A null on the way ends its branch. */
  collect(data: DataObject): DataObject[];
  /** Where the objects stand, with concrete indices. Walks the tree again: only for errors. */
  locate(data: DataObject): ReadonlyMap<DataObject, ResponsePath>;
  /** The path up to its first list, for errors about all targets at once. */
  readonly collapsed: ResponsePath;
}

type Visit = (target: DataObject, path: ResponsePath) => void;

function collectFrom(value: unknown, path: readonly string[], depth: number, found: DataObject[]): void {
  if (value === null || value === undefined) return;
  if (depth === path.length) {
    if (isDataObject(value)) found.push(value);
    return;
  }
  const segment = path[depth]!;
  if (segment === EACH) {
    if (Array.isArray(value)) for (const item of value) collectFrom(item, path, depth + 1, found);
  } else if (isDataObject(value)) collectFrom(readProperty(value, segment), path, depth + 1, found);
}

function visitFrom(value: unknown, rest: readonly string[], at: ResponsePath, visit: Visit): void {
  const [segment, ...deeper] = rest;
  if (segment === undefined) {
    if (isDataObject(value)) visit(value, at);
  } else if (segment === EACH) {
    if (Array.isArray(value)) value.forEach((item, index) => visitFrom(item, deeper, [...at, index], visit));
  } else if (isDataObject(value)) visitFrom(readProperty(value, segment), deeper, [...at, segment], visit);
}

/** The targets of a path made of field names and `@`. */
export function targetsAt(path: readonly string[]): Targets {
  const firstList = path.indexOf(EACH);
  return {
    collect(data) {
      const found: DataObject[] = [];
      collectFrom(data, path, 0, found);
      return found;
    },
    locate(data) {
      const places = new Map<DataObject, ResponsePath>();
      visitFrom(data, path, [], (target, at) => places.set(target, at));
      return places;
    },
    collapsed: firstList === -1 ? path : path.slice(0, firstList),
  };
}
