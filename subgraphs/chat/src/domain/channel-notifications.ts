/** Levels of notification and the small integer that Postgres keeps for each. Numbers are never reused. */
export const NOTIFICATION_LEVEL_CODES = { ALL: 1, MENTIONS: 2, NONE: 3 } as const;

/** What of a channel reaches a person: everything, what concerns them, nothing. */
export type NotificationLevel = keyof typeof NOTIFICATION_LEVEL_CODES;

/** Whether a channel is muted, and for how long. */
export type Muting = { readonly isMuted: false } | { readonly isMuted: true; readonly until: Date | null };

/** What one person wants to hear of one channel. A muting without an end is for ever. */
export interface ChannelNotifications {
  readonly level: NotificationLevel;
  readonly muting: Muting;
}

/** What holds while nobody chose anything. */
export const DEFAULT_NOTIFICATIONS: ChannelNotifications = Object.freeze<ChannelNotifications>({
  level: 'ALL',
  muting: { isMuted: false },
});

/** The muting that holds at an instant: one whose end has come is none. */
export function mutingAt({ muting }: ChannelNotifications, at: Date): Muting {
  return muting.isMuted && muting.until !== null && muting.until <= at ? { isMuted: false } : muting;
}

/** The level behind a stored code; ALL for a code of a newer release. */
export function notificationLevelOf(code: number): NotificationLevel {
  const [known] = Object.entries(NOTIFICATION_LEVEL_CODES).find(([, stored]) => stored === code) ?? ['ALL'];
  return known as NotificationLevel;
}
