import type { Clock, Id } from '@veza/kernel';
import { canSee, type Subject, type SubjectId } from '../domain/subject.ts';
import type { SubjectDirectory } from './ports.ts';

type Dependencies = { readonly subjects: SubjectDirectory; readonly clock: Clock };

/** Subjects in the order of the ids; null for what is absent or not for the viewer. */
export function visibleSubjects({ subjects, clock }: Dependencies) {
  return async (ids: readonly SubjectId[], viewerId: Id<'user'> | undefined): Promise<readonly (Subject | null)[]> => {
    const now = clock();
    return (await subjects.findMany(ids)).map((subject) => (subject && canSee(subject, viewerId, now) ? subject : null));
  };
}

export type VisibleSubjects = ReturnType<typeof visibleSubjects>;
