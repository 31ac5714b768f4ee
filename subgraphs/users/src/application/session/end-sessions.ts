import type { UsersEvents } from '@veza/schema/events';
import type { SessionId } from '../../domain/session.ts';
import type { UsersRepositories } from '../unit-of-work.ts';
import type { SessionSelection } from './ports.ts';

/** Why somebody, or the house, ended a session before its time. */
export type EarlyEndReason = UsersEvents['users.session-ended.v1']['reason'];

/** A session ends once and tells of nothing else, so its only event is its first revision. */
const REVISION = 1;

/**
 * Ends live sessions and records `users.session-ended.v1` for each, inside the transaction of whoever calls it. Answers which ended.
 * Their access tokens are the caller's to revoke.
 */
export async function endSessions(
  { sessions, events }: Pick<UsersRepositories, 'sessions' | 'events'>,
  selection: SessionSelection,
  reason: EarlyEndReason,
  at: Date,
): Promise<readonly SessionId[]> {
  const ended = await sessions.end(selection, reason, at);
  const { userId } = selection;
  for (const sessionId of ended) {
    await events.record('users.session-ended.v1', sessionId, REVISION, { sessionId, userId, reason });
  }
  return ended;
}
