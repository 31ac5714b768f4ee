import { err, type Id, type NewId, ok, type Result } from '@veza/kernel';
import { type Device, type DeviceKind, deviceName, MAX_DEVICES } from '../../domain/playback/device.ts';
import type { PlaybackParts } from './change-playback.ts';
import type { PlaybackFailure } from './failure.ts';

/** A device that somebody signed in on. */
export interface RegisterDeviceCommand {
  readonly userId: Id<'user'>;
  readonly sessionId: Id<'session'>;
  /** 1 to 100 characters. */
  readonly name: string;
  readonly kind: DeviceKind;
}

export type RegisterDevice = ReturnType<typeof registerDevice>;

/**
 * Makes a device known. The same sign-in, name and kind are the same device. Of more than 50, the one that was silent for longest goes.
 * Fails with INVALID and RATE_LIMITED.
 */
export function registerDevice({ unitOfWork, rates, clock, newId }: PlaybackParts & { readonly newId: NewId }) {
  return async ({ name: text, ...said }: RegisterDeviceCommand): Promise<Result<Device, PlaybackFailure>> => {
    const name = deviceName(text);
    if (name === undefined) return err({ code: 'INVALID', path: ['name'] });
    const refusal = await rates.take(said.userId);
    if (refusal) return err(refusal);
    return unitOfWork(async ({ playback }): Promise<Result<Device, PlaybackFailure>> => {
      const now = clock();
      // Two devices that come at the same time are counted one after the other.
      await playback.lock(said.userId, now);
      const device = await playback.registerDevice({ ...said, id: newId('device'), name, seenAt: now });
      await playback.keepNewestDevices(said.userId, MAX_DEVICES);
      return ok(device);
    });
  };
}
