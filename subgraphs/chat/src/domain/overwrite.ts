import type { RoleId, UserId } from './community.ts';
import type { PermissionBits } from './permissions.ts';

/** Whom an overwrite concerns. The everyone-role is a role like any other here. */
export type OverwriteTarget = { readonly kind: 'role'; readonly roleId: RoleId } | { readonly kind: 'member'; readonly userId: UserId };

/** What one channel grants and takes beyond the community. `allow` and `deny` share no bit. */
export interface ChannelOverwrite {
  readonly target: OverwriteTarget;
  readonly allow: PermissionBits;
  readonly deny: PermissionBits;
}

/** Whether two targets are the same. */
export function isSameTarget(one: OverwriteTarget, other: OverwriteTarget): boolean {
  return targetId(one) === targetId(other);
}

/** Id of the role or the person. */
export function targetId(target: OverwriteTarget): RoleId | UserId {
  return target.kind === 'role' ? target.roleId : target.userId;
}

/** The permissions that stand differently after an overwrite is replaced. */
export function changedBits(
  before: Pick<ChannelOverwrite, 'allow' | 'deny'> | undefined,
  after: Pick<ChannelOverwrite, 'allow' | 'deny'>,
): PermissionBits {
  return ((before?.allow ?? 0n) ^ after.allow) | ((before?.deny ?? 0n) ^ after.deny);
}
