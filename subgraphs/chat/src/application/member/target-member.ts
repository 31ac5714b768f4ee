import { err, ok, type Result } from '@veza/kernel';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, notFound, tooHigh } from '../../domain/failure.ts';
import { outranks } from '../../domain/hierarchy.ts';
import type { CommunityActor } from '../management/admission.ts';
import type { MemberStanding, MemberWriter } from '../ports/member.ts';

/** A member whom the actor may manage: there, and ranked lower. Fails with NOT_FOUND, HIERARCHY. */
export async function targetMember(
  members: MemberWriter,
  { communityId, actor }: CommunityActor,
  userId: UserId,
): Promise<Result<MemberStanding, ChatFailure>> {
  const member = await members.find(communityId, userId);
  if (!member) return err(notFound('userId'));
  return outranks(actor, member) ? ok(member) : err(tooHigh('userId'));
}
