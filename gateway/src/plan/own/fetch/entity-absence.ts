import type { DocumentNode } from 'graphql';
import type { FetchNode, RequiredSelection } from '../../query-plan.ts';
import { isLackedByAbsence, noteAbsence } from '../absence.ts';
import type { ExecutionContext } from '../context.ts';
import { type DataObject, readProperty } from '../own-property.ts';
import { entityFieldsOf } from '../request.ts';
import type { BatchItem } from './batch.ts';
import { renamedKeys } from './rewrites.ts';

/** Notes what does not exist for the caller, as far as one entity fetch can tell. */
export interface TakeAbsences {
  /** Null without an error is the answer for a thing that is absent or invisible. @param blamed what errors explain; undefined among them: all */
  readonly ofAnswer: (
    context: ExecutionContext,
    entities: readonly unknown[],
    items: readonly BatchItem[],
    blamed: ReadonlySet<BatchItem | undefined>,
  ) => void;
  /** What the fetch requires of an absent thing is missing, so the thing is never asked for here, and is absent here too. */
  readonly ofTargets: (context: ExecutionContext, targets: readonly DataObject[]) => void;
}

function namesOf(selections: readonly RequiredSelection[]): readonly string[] {
  return selections.flatMap((one) => (one.kind === 'Field' ? [one.alias ?? one.name] : namesOf(one.selections)));
}

/** Compiles what an entity fetch does about absent things. @param document the operation of the fetch */
export function takeEntityAbsences(fetch: FetchNode, document: DocumentNode): TakeAbsences {
  const renamed = renamedKeys(fetch.outputRewrites);
  const fields = new Set(entityFieldsOf(document).map(({ responseName }) => renamed.get(responseName) ?? responseName));
  const required = [...new Set(namesOf(fetch.requires ?? []))];

  return {
    ofAnswer({ absences }, entities, items, blamed) {
      if (blamed.has(undefined)) return;
      const absent = items.filter((item, index) => entities[index] === null && !blamed.has(item));
      for (const { targets } of absent) for (const target of targets) noteAbsence(absences, target, fields);
    },
    ofTargets({ absences }, targets) {
      if (absences.size === 0) return;
      const lacks = (target: DataObject) =>
        required.some((name) => readProperty(target, name) === undefined && isLackedByAbsence(absences, target, name));
      for (const target of targets) if (lacks(target)) noteAbsence(absences, target, fields);
    },
  };
}
