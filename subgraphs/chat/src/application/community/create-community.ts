import { type Clock, err, type NewId, ok, parseTypeId, type Result, toTypeId } from '@veza/kernel';
import { type CommunityId, EVERYONE_ROLE_NAME, isSlug, type Role, type RoleId, type UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import { DEFAULT_PERMISSIONS } from '../../domain/permissions.ts';
import { cleanName, cleanText } from '../../domain/message/text.ts';
import type { ChatUnitOfWork } from '../ports/repositories.ts';

interface Dependencies {
  readonly unitOfWork: ChatUnitOfWork;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly limits: ChatLimits;
}

/** A community as its founder describes it. */
export interface CreateCommunityCommand {
  readonly ownerId: UserId;
  readonly name: string;
  readonly slug: string;
  readonly description: string | null;
}

/**
 * Founds a private community with its everyone-role; the founder owns it and is its first member.
 * Fails with INVALID, SLUG_TAKEN, LIMIT_REACHED.
 */
export function createCommunity({ unitOfWork, clock, newId, limits }: Dependencies) {
  return async (command: CreateCommunityCommand): Promise<Result<CommunityId, ChatFailure>> => {
    const name = cleanName(command.name, limits.nameLength);
    if (name === undefined) return err(invalid(`a name has 1 to ${limits.nameLength} characters`, 'name'));
    if (!isSlug(command.slug)) return err(invalid('a slug has 3 to 32 of a–z, 0–9 and the hyphen', 'slug'));
    const description = cleanText(command.description, limits.descriptionLength);
    if (description === undefined) return err(invalid(`a description has at most ${limits.descriptionLength} characters`, 'description'));

    const id = newId('community');
    const { ownerId, slug } = command;
    return unitOfWork(async ({ communities, events }): Promise<Result<CommunityId, ChatFailure>> => {
      const { owned, joined } = await communities.countOf(ownerId);
      if (owned >= limits.communitiesOwned || joined >= limits.communitiesJoined) return err({ code: 'LIMIT_REACHED' });
      const founded = await communities.create(
        { id, name, slug, description, ownerId, memberCount: 1 },
        { everyone: everyoneRole(id), createdAt: clock() },
      );
      if (!founded) return err({ code: 'SLUG_TAKEN', path: ['slug'] });
      await events.record('chat.membership-changed.v1', id, 1, { communityId: id, userId: ownerId, state: 'JOINED' });
      return ok(id);
    });
  };
}

function everyoneRole(communityId: CommunityId): Role {
  const uuid = parseTypeId('community', communityId);
  if (!uuid) throw new Error(`${communityId} is no id of a community`);
  const id = toTypeId('role', uuid) as RoleId;
  return { id, communityId, name: EVERYONE_ROLE_NAME, position: 0, color: null, permissions: DEFAULT_PERMISSIONS };
}
