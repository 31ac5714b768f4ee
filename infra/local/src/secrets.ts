import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';

/** Names of the secrets that an installation has; each 32 random bytes in a file of its own. */
const NAMES = ['kek', 'cursor', 'pepper', 'upload', 'media'] as const;

/** The secrets of one installation. They live beside the data and survive restarts. */
export type Secrets = Readonly<Record<(typeof NAMES)[number], Uint8Array>>;

const SIZE = 32;

/** The secret in a file; made when it is not there yet, complete or not at all. */
function secretIn(folder: string, name: string): Uint8Array {
  const file = join(folder, name);
  if (!existsSync(file)) {
    const unfinished = `${file}.new`;
    writeFileSync(unfinished, randomBytes(SIZE).toString('base64'), { mode: 0o600, flush: true });
    renameSync(unfinished, file);
  }
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (secret.length !== SIZE) throw new Error(`${file} does not hold ${SIZE} bytes in base64; restore it from your backup`);
  return secret;
}

/** Where an installation keeps its secrets. */
export interface SecretPlaces {
  readonly dataDir: string;
  /** Takes the place of the key in the data folder. */
  readonly keyEncryptionKey: Uint8Array | undefined;
}

/** Reads the secrets under `<data>/keys`, which only the owner may open, and makes those that are missing. */
export function openSecrets({ dataDir, keyEncryptionKey: kek }: SecretPlaces): Secrets {
  const folder = join(dataDir, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const kept = kek ? NAMES.filter((name) => name !== 'kek') : NAMES;
  return { ...(Object.fromEntries(kept.map((name) => [name, secretIn(folder, name)])) as Secrets), ...(kek && { kek }) };
}
