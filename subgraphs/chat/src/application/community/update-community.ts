import { err, ok, type Result } from '@veza/kernel';
import { auditDraft, changesBetween } from '../../domain/audit.ts';
import { type Community, type CommunityId, isSlug, type UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import { cleanName, cleanText } from '../../domain/message/text.ts';
import type { Management } from '../management/management.ts';

/** What is to change; undefined = as it is. */
export interface UpdateCommunityCommand {
  readonly actorId: UserId;
  readonly communityId: CommunityId;
  readonly name?: string | undefined;
  readonly slug?: string | undefined;
  readonly description?: string | null | undefined;
  readonly reason?: string | null | undefined;
}

/** Changes name, slug or description of a community. Needs MANAGE_COMMUNITY. Fails with NOT_FOUND, NOT_PERMITTED, INVALID, SLUG_TAKEN. */
export function updateCommunity({ perform, limits }: Management) {
  return (command: UpdateCommunityCommand): Promise<Result<CommunityId, ChatFailure>> => {
    const { actorId, communityId, reason } = command;
    return perform({
      actorId,
      reason,
      admit: (admit) => admit.toCommunity(actorId, communityId, { needed: 'MANAGE_COMMUNITY' }),
      async perform({ communities }, { actor: { community } }) {
        const described = describe(command, community, limits);
        if (!described.ok) return described;
        const changes = changesBetween(facts(community), facts(described.value));
        if (!changes) return ok({ value: communityId });
        if (!(await communities.update(described.value))) return err({ code: 'SLUG_TAKEN', path: ['slug'] });
        const audit = auditDraft('COMMUNITY_UPDATED', { changes });
        return ok({ value: communityId, done: { audit, change: { kind: 'COMMUNITY' }, changesAccess: false } });
      },
    });
  };
}

function describe(command: UpdateCommunityCommand, community: Community, limits: ChatLimits): Result<Community, ChatFailure> {
  const name = cleanName(command.name ?? community.name, limits.nameLength);
  if (name === undefined) return err(invalid(`a name has 1 to ${limits.nameLength} characters`, 'name'));
  const slug = command.slug ?? community.slug;
  if (!isSlug(slug)) return err(invalid('a slug has 3 to 32 of a–z, 0–9 and the hyphen', 'slug'));
  const description = cleanText(command.description === undefined ? community.description : command.description, limits.descriptionLength);
  if (description === undefined) return err(invalid(`a description has at most ${limits.descriptionLength} characters`, 'description'));
  return ok({ ...community, name, slug, description });
}

function facts({ name, slug, description }: Community) {
  return { name, slug, description };
}
