import type { Id } from '@veza/kernel';
import { nameText } from '../text.ts';

/** What a device is. */
export type DeviceKind = 'PHONE' | 'TABLET' | 'DESKTOP' | 'WEB' | 'SPEAKER';

/** Something on which a person is signed in and listens. */
export interface Device {
  readonly id: Id<'device'>;
  readonly userId: Id<'user'>;
  /** The sign-in with which it ends. */
  readonly sessionId: Id<'session'>;
  readonly name: string;
  readonly kind: DeviceKind;
  /** When it last registered, commanded or reported. */
  readonly seenAt: Date;
}

/** Devices of one person; the one that was silent for longest makes room for another. */
export const MAX_DEVICES = 50;
/** A device that says nothing for longer than this is not there. */
export const SILENCE_MS = 45_000;
/** How long a device goes on playing unheard, at most, as far as the state is concerned. */
export const UNREPORTED_MS = 15_000;
const MAX_NAME = 100;

/** A name of 1 to 100 characters, or undefined. */
export function deviceName(text: string): string | undefined {
  return nameText(text, MAX_NAME);
}

/** Whether a device is there to take over. */
export function isAlive({ seenAt }: Pick<Device, 'seenAt'>, now: Date): boolean {
  return now.getTime() - seenAt.getTime() <= SILENCE_MS;
}
