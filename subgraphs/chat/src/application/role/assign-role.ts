import { err, ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import type { CommunityId, RoleId, UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid, notFound, notPermitted, tooHigh } from '../../domain/failure.ts';
import { isAbove, mayPassOn, outranks } from '../../domain/hierarchy.ts';
import type { Management } from '../management/management.ts';
import type { CommunityActor } from '../management/admission.ts';
import type { ChatRepositories } from '../ports/repositories.ts';

/** One role of one member. */
export interface RoleOfMemberCommand {
  readonly actorId: UserId;
  readonly communityId: CommunityId;
  readonly userId: UserId;
  readonly roleId: RoleId;
  readonly reason?: string | null | undefined;
}

/**
 * Gives a member a role below one's own top role; one they have already changes nothing. Needs MANAGE_ROLES and every permission of the role.
 * Fails with NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID.
 */
export function assignRole(management: Management) {
  return changeRoleOfMember(management, 'ROLE_ASSIGNED');
}

/**
 * Takes from a member a role below one's own top role; one they do not have changes nothing. Needs MANAGE_ROLES and every permission of the role.
 * Fails with NOT_FOUND, NOT_PERMITTED, HIERARCHY, INVALID.
 */
export function unassignRole(management: Management) {
  return changeRoleOfMember(management, 'ROLE_UNASSIGNED');
}

function changeRoleOfMember({ perform }: Management, action: 'ROLE_ASSIGNED' | 'ROLE_UNASSIGNED') {
  return (command: RoleOfMemberCommand): Promise<Result<UserId, ChatFailure>> => {
    const { actorId, communityId, userId, roleId, reason } = command;
    return perform({
      actorId,
      reason,
      admit: (admit) => admit.toCommunity(actorId, communityId, { needed: 'MANAGE_ROLES' }),
      async perform(repositories, admitted) {
        const refused = await refusal(repositories, admitted, command);
        if (refused) return err(refused);
        const { roles } = repositories;
        const change = action === 'ROLE_ASSIGNED' ? roles.assign : roles.unassign;
        if (!(await change(communityId, userId, roleId))) return ok({ value: userId });
        const audit = auditDraft(action, { subjectId: roleId, userId });
        return ok({ value: userId, done: { audit, change: { kind: 'MEMBER', userId }, changesAccess: true } });
      },
    });
  };
}

async function refusal(
  { roles, members }: ChatRepositories,
  { actor }: CommunityActor,
  { actorId, communityId, userId, roleId }: RoleOfMemberCommand,
): Promise<ChatFailure | undefined> {
  const role = (await roles.list(communityId)).find(({ id }) => id === roleId);
  if (!role) return notFound('roleId');
  if (role.position === 0) return invalid('everybody has the everyone-role', 'roleId');
  const member = await members.find(communityId, userId);
  if (!member) return notFound('userId');
  if (!isAbove(actor, role.position)) return tooHigh('roleId');
  if (userId !== actorId && !outranks(actor, member)) return tooHigh('userId');
  return mayPassOn(actor.permissions, role.permissions) ? undefined : notPermitted('roleId');
}
