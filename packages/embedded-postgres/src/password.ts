import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The password of the database user, made once and kept in `<data folder>/secrets/postgres-password`, which only its owner may read. */
export async function clusterPassword(dataDir: string): Promise<{ readonly password: string; readonly isNew: boolean }> {
  const folder = join(dataDir, 'secrets');
  const path = join(folder, 'postgres-password');
  const present = (await readFile(path, 'utf8').catch(() => '')).trim();
  if (present !== '') return { password: present, isNew: false };
  const password = randomBytes(32).toString('base64url');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(`${path}.new`, password, { mode: 0o600 });
  await rename(`${path}.new`, path);
  return { password, isNew: true };
}
