import type { Transaction } from '@veza/postgres';
import { eq } from 'drizzle-orm';
import type { SecretLinkRepository } from '../../application/secret/ports.ts';
import { secretLink } from '../tables.ts';

/** Secret links in one transaction. */
export function postgresSecretLinkRepository(tx: Transaction): SecretLinkRepository {
  return {
    async replace(link) {
      const ended = await tx.delete(secretLink).where(eq(secretLink.trackId, link.trackId)).returning({ trackId: secretLink.trackId });
      await tx.insert(secretLink).values(link);
      return ended.length > 0;
    },
  };
}
