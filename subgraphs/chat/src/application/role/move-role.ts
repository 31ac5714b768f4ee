import { err, ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import type { RoleId, UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid, tooHigh } from '../../domain/failure.ts';
import { isAbove, type Ranked } from '../../domain/hierarchy.ts';
import type { Management } from '../management/management.ts';

/** Where a role is to stand. */
export interface MoveRoleCommand {
  readonly actorId: UserId;
  readonly roleId: RoleId;
  readonly position: number;
  readonly reason?: string | null | undefined;
}

/**
 * Moves a role to another position; those between make room. Both places lie below one's own top role; the everyone-role stays at 0.
 * Needs MANAGE_ROLES. Fails with NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID.
 */
export function moveRole({ perform }: Management) {
  return ({ actorId, roleId, position, reason }: MoveRoleCommand): Promise<Result<RoleId, ChatFailure>> =>
    perform({
      actorId,
      reason,
      admit: (admit) => admit.toRole(actorId, roleId),
      async perform({ roles }, { communityId, actor, role }) {
        const highest = (await roles.list(communityId)).at(-1)?.position ?? 0;
        const refused = refusal(actor, role.position, { position, highest });
        if (refused) return err(refused);
        if (position === role.position) return ok({ value: roleId });
        await roles.move(role, position);
        const audit = auditDraft('ROLE_MOVED', { subjectId: roleId, changes: { position: [role.position, position] } });
        return ok({ value: roleId, done: { audit, change: { kind: 'ROLES' }, changesAccess: true } });
      },
    });
}

function refusal(
  actor: Ranked,
  present: number,
  { position, highest }: { readonly position: number; readonly highest: number },
): ChatFailure | undefined {
  if (present === 0) return invalid('the everyone-role stays where it is', 'roleId');
  if (!isAbove(actor, present)) return tooHigh('roleId');
  if (position < 1 || position > highest) return invalid(`positions go from 1 to ${highest}`, 'position');
  return isAbove(actor, position) ? undefined : tooHigh('position');
}
