import { err, ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import type { CommunityId, Role, RoleId, UserId } from '../../domain/community.ts';
import { type ChatFailure, limitReached, notPermitted } from '../../domain/failure.ts';
import { mayPassOn } from '../../domain/hierarchy.ts';
import { type Permission, permissionBits, permissionNames } from '../../domain/permissions.ts';
import type { Management } from '../management/management.ts';
import { roleDescription } from './role-description.ts';

/** A role as its maker describes it. */
export interface CreateRoleCommand {
  readonly actorId: UserId;
  readonly communityId: CommunityId;
  readonly name: string;
  readonly color: string | null;
  readonly permissions: readonly Permission[];
  readonly reason?: string | null | undefined;
}

/**
 * Adds a role just above the everyone-role. Needs MANAGE_ROLES and every permission that the role is to have.
 * Fails with NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED.
 */
export function createRole({ perform, newId, limits }: Management) {
  return (command: CreateRoleCommand): Promise<Result<RoleId, ChatFailure>> => {
    const { actorId, communityId, reason } = command;
    return perform({
      actorId,
      reason,
      admit: (admit) => admit.toCommunity(actorId, communityId, { needed: 'MANAGE_ROLES' }),
      async perform({ roles }, { actor }) {
        const described = roleDescription(command, limits);
        if (!described.ok) return described;
        const permissions = permissionBits(...command.permissions);
        if (!mayPassOn(actor.permissions, permissions)) return err(notPermitted('permissions'));
        if ((await roles.list(communityId)).length >= limits.rolesPerCommunity) return err(limitReached('communityId'));
        const role: Role = { id: newId('role'), communityId, ...described.value, position: 1, permissions };
        await roles.insert(role);
        const changes = { name: [null, role.name], permissions: [[], permissionNames(permissions)] } as const;
        const audit = auditDraft('ROLE_CREATED', { subjectId: role.id, changes });
        return ok({ value: role.id, done: { audit, change: { kind: 'ROLES' }, changesAccess: true } });
      },
    });
  };
}
