import type { EntityLookup } from '@veza/graphql';
import type { PersonDirectory } from '../application/ports.ts';

/** Asks users: payees are named once in the life of a listing. */
export function lookupPersonDirectory(users: EntityLookup): PersonDirectory {
  return {
    async exist(ids) {
      // A field beside the key, so that users has to look.
      const told = await users.findMany('User', ids, 'id username');
      return told.map((person) => person !== null);
    },
  };
}
