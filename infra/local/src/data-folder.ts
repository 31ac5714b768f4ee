import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartFailure } from '@veza/config';

/** Makes a folder and those above it one by one: Node's own recursion never ends where the kernel denies that a parent exists, as in /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/** Makes the data folder, open to its owner alone. Fails when it cannot be written. */
export function openDataFolder(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new StartFailure(`the data folder ${folder} cannot be written; set VEZA_DATA_DIR to a folder that you own`, { cause });
  }
}
