import { type Id, toTypeId, toUuid } from '@veza/kernel';
import type { Queryable } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { Subject } from '../../domain/subject.ts';
import { knownSubject } from '../tables.ts';

type Row = typeof knownSubject.$inferSelect;

/** A subject of a row. */
export function subjectOf({ id, ...row }: Row): Subject {
  return { ...row, id: toTypeId(row.kind === 'TRACK' ? 'track' : 'listing', id) as Id<'track'> };
}

/** A subject as its owner tells it, at a revision of the owner's. */
export interface ToldSubject extends Subject {
  readonly kind: 'TRACK' | 'LISTING';
  readonly isDeleted: boolean;
  readonly revision: number;
}

/** Keeps what was told, unless something newer is known. */
export async function keepSubject(database: Queryable, { id, ...told }: ToldSubject): Promise<void> {
  const values = { ...told, id: toUuid(told.kind === 'TRACK' ? 'track' : 'listing', id) };
  await database
    .insert(knownSubject)
    .values(values)
    .onConflictDoUpdate({ target: knownSubject.id, set: values, setWhere: sql`${knownSubject.revision} < excluded.revision` });
}
