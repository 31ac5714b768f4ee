import type { UserId } from '../community.ts';
import { type LogCursors, userCursors } from '../event/log-cursor.ts';

const SEPARATOR = '.';
const INSTANT = /^[0-9a-z]{1,9}$/;

/** The instant up to which the states of the inbox were told when the cursor was made; undefined when the text is no cursor of an inbox. */
export function toldUntil(cursor: string): Date | undefined {
  const [place, instant, ...rest] = cursor.split(SEPARATOR);
  if (place === undefined || instant === undefined || rest.length > 0 || !INSTANT.test(instant)) return undefined;
  return new Date(Number.parseInt(instant, 36));
}

/** The same place in the log with another instant up to which states were told. */
export function toldAgainFrom(cursor: string, at: Date): string {
  return `${cursor.slice(0, cursor.indexOf(SEPARATOR))}${SEPARATOR}${at.getTime().toString(36)}`;
}

/**
 * Cursors of an inbox: a place in the person's log, and the instant up to which states were told, which are in no log.
 * @param stateInstant that instant, asked each time a cursor is made
 */
export function inboxCursors(stateInstant: () => Date): LogCursors<UserId> {
  return {
    encode: (place) => [userCursors.encode(place), stateInstant().getTime().toString(36)].join(SEPARATOR),
    decode: (cursor) => (toldUntil(cursor) ? userCursors.decode(cursor.slice(0, cursor.indexOf(SEPARATOR))) : undefined),
  };
}
