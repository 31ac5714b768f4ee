import type { ResponsePath } from './fetch/targets.ts';
import { type DataObject, isDataObject, readProperty } from './own-property.ts';

/**
 * Things that a subgraph answered with null and no error, so that they do not exist for the caller: each with the response names of
 * the fields that it lacks for this reason. Fields that other subgraphs answer are no part of it.
 */
export type Absences = Map<DataObject, readonly ReadonlySet<string>[]>;

/** Notes that an object of the answer lacks some fields because a subgraph does not have the thing. */
export function noteAbsence(absences: Absences, target: DataObject, fields: ReadonlySet<string>): void {
  absences.set(target, [...(absences.get(target) ?? []), fields]);
}

/** Whether an object lacks a field because the subgraph that would answer it does not have the thing. */
export function isLackedByAbsence(absences: Absences, target: DataObject, field: string): boolean {
  return absences.get(target)?.some((fields) => fields.has(field)) ?? false;
}

/** The innermost absent thing that explains why nothing stands at a path; undefined when none does. */
export function absentThingAbove(path: ResponsePath, data: DataObject, absences: Absences): ResponsePath | undefined {
  if (absences.size === 0) return undefined;
  let value: unknown = data;
  let depthOfThing: number | undefined;
  for (const [depth, segment] of path.entries()) {
    if (Array.isArray(value)) value = (value as readonly unknown[])[Number(segment)];
    else if (isDataObject(value)) {
      if (isLackedByAbsence(absences, value, String(segment))) depthOfThing = depth;
      value = readProperty(value, String(segment));
    } else break;
  }
  return depthOfThing === undefined ? undefined : path.slice(0, depthOfThing);
}
