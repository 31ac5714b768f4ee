import type { Role, RoleId, UserId } from '../../domain/community.ts';
import type { AccessReader } from '../ports/access.ts';
import type { RoleReader } from '../ports/role.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly roles: RoleReader;
}

/** Roles in the order asked; null for those that are absent or of a community that this person is no member of. */
export function findRoles({ access, roles }: Dependencies) {
  return async (viewerId: UserId, ids: readonly RoleId[]): Promise<readonly (Role | null)[]> => {
    const found = await roles.findMany(ids);
    const memberships = await access.communities(viewerId, [...new Set(Array.from(found.values(), ({ communityId }) => communityId))]);
    return ids.map((id) => {
      const role = found.get(id);
      return role && memberships.has(role.communityId) ? role : null;
    });
  };
}
