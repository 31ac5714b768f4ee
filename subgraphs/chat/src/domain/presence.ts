/** How somebody wants to be seen, and the small integer that Postgres keeps for each. Numbers are never reused. */
export const PRESENCE_MODE_CODES = { AUTOMATIC: 1, DO_NOT_DISTURB: 2, INVISIBLE: 3 } as const;

/** How somebody wants to be seen: by what their devices do, as not to be disturbed, or not at all. */
export type PresenceMode = keyof typeof PRESENCE_MODE_CODES;

/** What somebody may choose to be. */
export type ChosenPresence = 'ONLINE' | 'IDLE' | 'DO_NOT_DISTURB' | 'INVISIBLE';

/** What others see of somebody. */
export type ShownPresence = 'ONLINE' | 'IDLE' | 'DO_NOT_DISTURB' | 'OFFLINE';

/** How somebody wants to be seen, and what they say of themselves. */
export interface PresenceChoice {
  readonly mode: PresenceMode;
  /** At most 128 code points; null when nothing was said. */
  readonly statusText: string | null;
}

/** What somebody's devices tell. */
export interface DeviceWords {
  /** Whether some device said lately that it is in use. */
  readonly isActive: boolean;
  /** Whether some device said that it is not in use. */
  readonly isIdle: boolean;
}

/** What holds for whoever has not chosen. */
export const DEFAULT_CHOICE: PresenceChoice = Object.freeze({ mode: 'AUTOMATIC', statusText: null });

/** The mode behind a stored code. Throws for a code of a newer release. */
export function presenceModeOf(code: number): PresenceMode {
  const entry = Object.entries(PRESENCE_MODE_CODES).find(([, known]) => known === code);
  if (!entry) throw new Error(`unknown presence mode ${code}`);
  return entry[0] as PresenceMode;
}

/** What others see: one device in use outweighs all that are not, and who is invisible looks like who is not there. */
export function shownPresence(mode: PresenceMode, isConnected: boolean, { isActive, isIdle }: DeviceWords): ShownPresence {
  if (!isConnected || mode === 'INVISIBLE') return 'OFFLINE';
  if (mode === 'DO_NOT_DISTURB') return 'DO_NOT_DISTURB';
  return isIdle && !isActive ? 'IDLE' : 'ONLINE';
}
