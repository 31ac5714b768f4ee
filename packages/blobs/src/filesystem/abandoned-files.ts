import { type BackgroundTask, type Clock, periodicTask } from '@veza/kernel';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isTemporary } from './durable-file.ts';
import { entriesOf } from './walk.ts';

const INTERVAL_MS = 60 * 60 * 1000;
/** Longer than any writing takes. */
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;

/** Hourly removes what writers left behind that were killed more than a day ago. */
export function abandonedFilesSweeper(root: string, clock: Clock, onFailure: (error: unknown) => void): BackgroundTask {
  const isAbandoned = async (path: string) => {
    const found = await stat(path).catch(() => undefined);
    return found !== undefined && clock().getTime() - found.mtimeMs > ABANDONED_AFTER_MS;
  };
  const sweep = async (folder: string): Promise<number> => {
    let removed = 0;
    for (const entry of await entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) removed += await sweep(path);
      else if (isTemporary(entry.name) && (await isAbandoned(path))) {
        await rm(path, { force: true });
        removed += 1;
      }
    }
    return removed;
  };
  return periodicTask({ intervalMs: INTERVAL_MS, runOnce: () => sweep(root), onFailure });
}
