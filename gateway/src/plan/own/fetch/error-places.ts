import type { GraphQLFormattedError } from 'graphql';
import { isDataObject } from '../own-property.ts';

/** Keeps errors at places that the answer has. */
export type PlaceErrors = (errors: readonly GraphQLFormattedError[], dataJson: string) => readonly GraphQLFormattedError[];

/** How many segments of a path the answer has; all of them where a null ends it. */
function depthInAnswer(data: unknown, path: readonly (string | number)[]): number {
  let value = data;
  for (const [depth, segment] of path.entries()) {
    if (value === null) return path.length;
    const isThere = isDataObject(value) ? Object.hasOwn(value, segment) : Array.isArray(value) && Number(segment) < value.length;
    if (!isThere) return depth;
    value = (value as Readonly<Record<string | number, unknown>>)[segment];
  }
  return path.length;
}

/**
 * A plan asks for more than the client does: keys, required fields, and fields of a fragment for objects to which it does not apply.
 * An error of a field that the client selects, but not of this object, is dropped; one of a field that the plan needed by itself
 * moves up to the object that it spoils. Paths leave with the names that the client expects.
 * @param answeredNames under which the fields that the client selects are answered
 */
export function compileErrorPlaces(answeredNames: readonly string[], clientNames: ReadonlyMap<string, string>): PlaceErrors {
  const selected = new Set(answeredNames);
  const clientPath = (path: readonly (string | number)[]) =>
    clientNames.size === 0 ? path : path.map((segment) => clientNames.get(String(segment)) ?? segment);

  return (errors, dataJson) => {
    if (errors.length === 0) return errors;
    const data: unknown = JSON.parse(dataJson);
    return errors.flatMap((error) => {
      if (!error.path) return [error];
      const path = clientPath(error.path);
      const depth = depthInAnswer(data, path);
      if (depth === path.length) return [{ ...error, path }];
      return selected.has(String(error.path[depth])) ? [] : [{ ...error, path: path.slice(0, depth) }];
    });
  };
}
