import { parseArgs } from 'node:util';
import type { Log } from '@veza/telemetry';
import { EntityLookupFailed } from '@veza/graphql';
import { fileMail, isStaffRole, usersSubgraph } from '@veza/users';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { openDataFolder } from '../data-folder.ts';
import type { LocalConfig } from '../env.ts';
import { platform as openPlatform } from '../platform.ts';
import { openSecrets } from '../secrets.ts';
import { usersKeys } from '../users-keys.ts';
import { onDatabase } from './database-url.ts';
import { UsageError } from './usage-error.ts';

const USAGE = 'grant-role --username NAME --role ADMIN|MODERATOR|SUPPORT|FINANCE';

function optionsOf(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: { username: { type: 'string' }, role: { type: 'string' } } }).values;
  } catch {
    throw new UsageError(USAGE);
  }
}

/** `grant-role --username NAME --role ADMIN`: makes somebody who has an account a member of the staff. Answers a line for the terminal. */
export async function grantRole(words: readonly string[], config: LocalConfig, log: Log): Promise<string> {
  const { username, role } = optionsOf(words);
  if (username === undefined || role === undefined || !isStaffRole(role)) throw new UsageError(USAGE);
  openDataFolder(config.dataDir);
  return onDatabase(config, log, async (url) => {
    const platform = openPlatform(url, log);
    try {
      const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
      const { commands } = usersSubgraph({
        ...platform,
        ...usersKeys(openSecrets(config)),
        environment: config.environment,
        database: platform.database('users'),
        mail: fileMail({ folder: join(config.dataDir, 'mail'), clock: platform.clock, newMailId: randomUUID, log }),
        tracks: { findMany: () => Promise.reject(new EntityLookupFailed('a command runs alone')) },
        publicUrl,
        mediaUrl: config.mediaUrl ?? publicUrl,
      });
      const granted = await commands.grantRole({ username, role });
      if (!granted.ok) throw new UsageError(`nobody is called ${username}; sign up first`);
      return granted.value.isNew
        ? `${username} is ${role} now; it takes effect with the next refresh of the session`
        : `${username} was ${role} already`;
    } finally {
      await platform.close();
    }
  });
}
