import { accessSync, constants, mkdirSync } from 'node:fs';
import { StartFailure } from './start-failure.ts';

/** Makes the data folder, open to its owner alone. Fails when it cannot be written. */
export function openDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new StartFailure(`the data folder ${folder} cannot be written; set VEZA_DATA_DIR to a folder that you own`, { cause });
  }
}
