import { createHash } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import { CHANNEL_KIND_CODES } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';

/** The kind of a conversation that so many people open. */
export function kindCodeOf(people: readonly UserId[]): number {
  return people.length === 2 ? CHANNEL_KIND_CODES.DIRECT : CHANNEL_KIND_CODES.GROUP;
}

/** The key of the conversation of exactly these people as a `bytea` parameter: the same in whatever order they are named. */
export function dmKey(people: readonly UserId[]): SQL {
  const digest = createHash('sha256').update(people.toSorted().join(' ')).digest('hex');
  return sql`decode(${digest}::text, 'hex')`;
}
