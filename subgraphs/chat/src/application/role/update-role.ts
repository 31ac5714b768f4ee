import { err, ok, type Result } from '@veza/kernel';
import { auditDraft, changesBetween } from '../../domain/audit.ts';
import type { Role, RoleId, UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid, notPermitted, tooHigh } from '../../domain/failure.ts';
import { isAbove, mayPassOn } from '../../domain/hierarchy.ts';
import { ALL_PERMISSIONS, type Permission, permissionBits, permissionNames } from '../../domain/permissions.ts';
import type { Management } from '../management/management.ts';
import { roleDescription } from './role-description.ts';

/** What is to change; undefined = as it is. */
export interface UpdateRoleCommand {
  readonly actorId: UserId;
  readonly roleId: RoleId;
  readonly name?: string | undefined;
  readonly color?: string | null | undefined;
  readonly permissions?: readonly Permission[] | undefined;
  readonly reason?: string | null | undefined;
}

/**
 * Changes a role below one's own top role. Needs MANAGE_ROLES and every permission that comes or goes. The everyone-role keeps its name.
 * Fails with NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID.
 */
export function updateRole({ perform, limits }: Management) {
  return (command: UpdateRoleCommand): Promise<Result<RoleId, ChatFailure>> => {
    const { actorId, roleId, reason } = command;
    return perform({
      actorId,
      reason,
      admit: (admit) => admit.toRole(actorId, roleId),
      async perform({ roles }, { actor, role }) {
        if (!isAbove(actor, role.position)) return err(tooHigh('roleId'));
        if (role.position === 0 && command.name !== undefined && command.name !== role.name)
          return err(invalid('the everyone-role keeps its name', 'name'));
        const described = roleDescription({ name: command.name ?? role.name, color: colorOf(command, role) }, limits);
        if (!described.ok) return described;
        const after: Role = { ...role, ...described.value, permissions: permissionsOf(command, role) };
        if (!mayPassOn(actor.permissions, role.permissions ^ after.permissions)) return err(notPermitted('permissions'));
        const changes = changesBetween(facts(role), facts(after));
        if (!changes) return ok({ value: roleId });
        await roles.update(after);
        const audit = auditDraft('ROLE_UPDATED', { subjectId: roleId, changes });
        return ok({ value: roleId, done: { audit, change: { kind: 'ROLES' }, changesAccess: role.permissions !== after.permissions } });
      },
    });
  };
}

function colorOf({ color }: UpdateRoleCommand, role: Role): string | null {
  return color === undefined ? role.color : color;
}

/** Bits that this release does not know stay as they are. */
function permissionsOf({ permissions }: UpdateRoleCommand, role: Role): bigint {
  return permissions === undefined ? role.permissions : (role.permissions & ~ALL_PERMISSIONS) | permissionBits(...permissions);
}

function facts({ name, color, permissions }: Role) {
  return { name, color, permissions: permissionNames(permissions) };
}
