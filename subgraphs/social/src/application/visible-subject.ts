import { type Clock, err, type Id, ok, type Result } from '@veza/kernel';
import { canSee, type Subject, type SubjectId, type SubjectKind, subjectKind } from '../domain/subject.ts';
import type { SubjectDirectory } from './ports.ts';

export type SubjectFailure =
  | { readonly code: 'NOT_FOUND'; readonly path: readonly ['subjectId'] }
  | { readonly code: 'SUBJECT_NOT_SUPPORTED'; readonly path: readonly ['subjectId'] };

/** Finds what a mutation is about: it must be of a kind that fits and visible to the person. Absent and invisible look the same. */
export function visibleSubject({ subjects, clock }: { readonly subjects: SubjectDirectory; readonly clock: Clock }) {
  return async (id: string, viewerId: Id<'user'>, kinds: readonly SubjectKind[]): Promise<Result<Subject, SubjectFailure>> => {
    const kind = subjectKind(id);
    if (kind && !kinds.includes(kind)) return err({ code: 'SUBJECT_NOT_SUPPORTED', path: ['subjectId'] });
    const [subject] = kind ? await subjects.findMany([id as SubjectId]) : [];
    return subject && canSee(subject, viewerId, clock()) ? ok(subject) : err({ code: 'NOT_FOUND', path: ['subjectId'] });
  };
}

export type VisibleSubject = ReturnType<typeof visibleSubject>;
