import type { Person } from '@veza/local/story';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between commands: one person may give twenty a second. */
const PAUSE_MS = 60;

interface PlaybackEvent {
  readonly playbackState: { readonly revision: number };
}

/**
 * Milliseconds from a command of one device to its event on another, one command after the other.
 * @param trackId of a track that the person may hear
 */
export async function commandToEvent({ app }: Person, trackId: string, commands: number): Promise<readonly number[]> {
  const device = async (name: string) => {
    const { registerDevice } = await app.data<{ registerDevice: { device: { id: string } } }>('RegisterDevice', {
      input: { name, kind: 'PHONE' },
    });
    return registerDevice.device.id;
  };
  const deviceId = await device('the one that commands');
  const events = app.follow('PlaybackState');
  await events.next();
  const tell = (command: object) => app.data('ControlPlayback', { input: { commandId: randomUUID(), deviceId, ...command } });
  await tell({ play: { trackId } });
  await events.next();
  const samples: number[] = [];
  for (let command = 0; command < commands; command += 1) {
    const startedAt = performance.now();
    const told = tell({ seek: { positionMs: 1_000 + command } });
    const { value } = await events.next();
    samples.push(performance.now() - startedAt);
    await told;
    await sleep(PAUSE_MS);
    if ((value?.data as PlaybackEvent | undefined)?.playbackState.revision !== command + 2) throw new Error('an event came out of order');
  }
  await events.return?.();
  return samples;
}
