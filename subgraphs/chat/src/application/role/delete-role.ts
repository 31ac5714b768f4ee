import { err, ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import type { RoleId, UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid, tooHigh } from '../../domain/failure.ts';
import { isAbove } from '../../domain/hierarchy.ts';
import { permissionNames } from '../../domain/permissions.ts';
import type { Management } from '../management/management.ts';

/** Which role goes. */
export interface DeleteRoleCommand {
  readonly actorId: UserId;
  readonly roleId: RoleId;
  readonly reason?: string | null | undefined;
}

/**
 * Deletes a role below one's own top role, with its overwrites; its holders lose what it gave. The everyone-role stays. Needs MANAGE_ROLES.
 * Fails with NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID.
 */
export function deleteRole({ perform }: Management) {
  return ({ actorId, roleId, reason }: DeleteRoleCommand): Promise<Result<RoleId, ChatFailure>> =>
    perform({
      actorId,
      reason,
      admit: (admit) => admit.toRole(actorId, roleId),
      async perform({ roles }, { actor, role }) {
        if (role.position === 0) return err(invalid('the everyone-role cannot be deleted', 'roleId'));
        if (!isAbove(actor, role.position)) return err(tooHigh('roleId'));
        await roles.delete(role);
        const changes = { name: [role.name, null], permissions: [permissionNames(role.permissions), []] } as const;
        const audit = auditDraft('ROLE_DELETED', { subjectId: roleId, changes });
        return ok({ value: roleId, done: { audit, change: { kind: 'ROLES' }, changesAccess: true } });
      },
    });
}
