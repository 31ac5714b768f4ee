import type { Id } from '@veza/kernel';
import type { Transaction } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { SubjectCounts } from '../application/ports.ts';
import type { SubjectId } from '../domain/subject.ts';
import { counterSlot } from './counter-slot.ts';
import { subjectUuid } from './subject/subject-uuid.ts';
import { subjectStat } from './tables.ts';

/** Moves one counter of a subject, in the slot of who acts. */
export async function countSubject(
  tx: Transaction,
  subjectId: SubjectId,
  userId: Id<'user'>,
  [counter, by]: readonly [keyof SubjectCounts, 1 | -1],
): Promise<void> {
  await tx
    .insert(subjectStat)
    .values({ subjectId: subjectUuid(subjectId), slot: counterSlot(userId), [counter]: by })
    .onConflictDoUpdate({ target: [subjectStat.subjectId, subjectStat.slot], set: { [counter]: sql`${subjectStat[counter]} + ${by}` } });
}
