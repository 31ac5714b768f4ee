import type { CommunityAccess } from '../../domain/channel-access.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import type { AccessReader } from '../ports/access.ts';

/** Communities in the order asked; null for those that are absent or that this person is no member of, which are the same. */
export function findCommunities({ access }: { readonly access: AccessReader }) {
  return async (viewerId: UserId, ids: readonly CommunityId[]): Promise<readonly (CommunityAccess | null)[]> => {
    const found = await access.communities(viewerId, ids);
    return ids.map((id) => found.get(id) ?? null);
  };
}
