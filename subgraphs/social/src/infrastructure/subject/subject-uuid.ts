import { toUuid, type Uuid } from '@veza/kernel';
import type { SubjectId } from '../../domain/subject.ts';

/** The uuid of a subject, whatever kind it is of. */
export function subjectUuid(id: SubjectId): Uuid {
  return toUuid(id.slice(0, id.lastIndexOf('_')), id);
}
