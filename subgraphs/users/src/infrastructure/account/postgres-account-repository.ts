import type { Queryable } from '@veza/postgres';
import { and, eq, inArray, or, sql } from 'drizzle-orm';
import type { AccountRepository } from '../../application/account/ports.ts';
import type { Account } from '../../domain/account.ts';
import type { User } from '../../domain/user.ts';
import { accounts } from '../tables.ts';

type AccountRow = typeof accounts.$inferSelect;

/** What of an account people see. */
const PROFILE = {
  id: accounts.id,
  username: accounts.username,
  displayName: accounts.displayName,
  bio: accounts.bio,
  links: accounts.links,
  avatarUploadId: accounts.avatarUploadId,
  avatarImageId: accounts.avatarImageId,
  createdAt: accounts.createdAt,
};

function userOf({ bio, avatarUploadId: uploadId, avatarImageId: imageId, ...row }: Pick<AccountRow, keyof typeof PROFILE>): User {
  return { ...row, bio: bio ?? undefined, avatar: uploadId !== null && imageId !== null ? { uploadId, imageId } : undefined };
}

const pictureOf = (avatar: User['avatar']) => ({ avatarUploadId: avatar?.uploadId ?? null, avatarImageId: avatar?.imageId ?? null });

function accountOf({ id, username, email, emailVerifiedAt, status, authVersion, passwordHash }: AccountRow): Account {
  return { id, username, email, emailVerifiedAt: emailVerifiedAt ?? undefined, status, authVersion, passwordHash };
}

const raised = sql`${accounts.authVersion} + 1`;

/** Accounts in Postgres. Locks last until the transaction ends, so those methods need one. */
export function postgresAccountRepository(database: Queryable): AccountRepository {
  const findWhere = async (condition: ReturnType<typeof eq>): Promise<Account | undefined> => {
    const [row] = await database.select().from(accounts).where(condition);
    return row && accountOf(row);
  };
  const versionAfter = async (change: Partial<{ passwordHash: string }>, id: Account['id']): Promise<number> => {
    const [row] = await database
      .update(accounts)
      .set({ ...change, authVersion: raised })
      .where(eq(accounts.id, id))
      .returning({ authVersion: accounts.authVersion });
    if (!row) throw new Error(`account ${id} vanished`);
    return row.authVersion;
  };

  return {
    async create({ bio, links, avatar, ...account }) {
      const row = { ...account, ...pictureOf(avatar), bio: bio ?? null, links: [...links] };
      const written = await database.insert(accounts).values(row).onConflictDoNothing().returning({ id: accounts.id });
      if (written.length > 0) return [];
      const { usernameKey, username, email } = account;
      const inTheWay = await database
        .select({
          isName: sql<boolean>`${accounts.usernameKey} = ${usernameKey} or ${accounts.username} = ${username}`,
          isEmail: sql<boolean>`${accounts.email} = ${email}`,
        })
        .from(accounts)
        .where(or(eq(accounts.usernameKey, usernameKey), eq(accounts.username, username), eq(accounts.email, email)));
      return [
        ...(inTheWay.some(({ isName }) => isName) ? ['username' as const] : []),
        ...(inTheWay.some(({ isEmail }) => isEmail) ? ['email' as const] : []),
      ];
    },
    find: (id) => findWhere(eq(accounts.id, id)),
    findByEmail: (email) => findWhere(eq(accounts.email, email)),
    findByUsername: (username) => findWhere(eq(accounts.username, username)),
    async lock(id) {
      const [row] = await database.select().from(accounts).where(eq(accounts.id, id)).for('update');
      return row && accountOf(row);
    },
    changePassword: (id, passwordHash) => versionAfter({ passwordHash }, id),
    raiseAuthVersion: (id) => versionAfter({}, id),
    async rehashPassword(id, from, to) {
      await database
        .update(accounts)
        .set({ passwordHash: to })
        .where(and(eq(accounts.id, id), eq(accounts.passwordHash, from)));
    },
    async markEmailVerified(id, at) {
      await database.update(accounts).set({ emailVerifiedAt: at }).where(eq(accounts.id, id));
    },
    async findUsers(ids) {
      if (ids.length === 0) return [];
      const rows = await database
        .select(PROFILE)
        .from(accounts)
        .where(inArray(accounts.id, [...ids]));
      const byId = new Map(rows.map((row) => [row.id, userOf(row)]));
      return ids.map((id) => byId.get(id));
    },
    async findUserByUsername(username) {
      const [row] = await database.select(PROFILE).from(accounts).where(eq(accounts.username, username));
      return row && userOf(row);
    },
    async lockUser(id) {
      const [row] = await database.select(PROFILE).from(accounts).where(eq(accounts.id, id)).for('update');
      return row && userOf(row);
    },
    async saveProfile({ id, displayName, bio, links, avatar }) {
      const [row] = await database
        .update(accounts)
        .set({ displayName, bio: bio ?? null, links: [...links], ...pictureOf(avatar), revision: sql`${accounts.revision} + 1` })
        .where(eq(accounts.id, id))
        .returning({ revision: accounts.revision });
      if (!row) throw new Error(`account ${id} vanished inside its transaction`);
      return row.revision;
    },
  };
}
