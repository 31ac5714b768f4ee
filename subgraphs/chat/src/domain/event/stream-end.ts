/** Why a stream ended, or must be started anew. */
export type StreamEndReason =
  | 'CURSOR_EXPIRED'
  | 'EPOCH_CHANGED'
  | 'HISTORY_NOT_READABLE'
  | 'LEFT'
  | 'KICKED'
  | 'BANNED'
  | 'PERMISSION_CHANGED'
  | 'CHANNEL_DELETED'
  | 'COMMUNITY_DELETED';

/** How a membership ended, and the small integer that Postgres keeps for each. Numbers are never reused. */
export const DEPARTURE_CODES = { LEFT: 1, KICKED: 2, BANNED: 3 } as const;

/** How a membership ended. */
export type Departure = keyof typeof DEPARTURE_CODES;

/** The departure behind a stored code; LEFT for a code of a newer release, and when there is none. */
export function departureOf(code: number | null): Departure {
  const [known] = Object.entries(DEPARTURE_CODES).find(([, stored]) => stored === code) ?? ['LEFT'];
  return known as Departure;
}
