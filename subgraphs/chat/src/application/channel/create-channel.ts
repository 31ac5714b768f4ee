import { err, ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import { canView } from '../../domain/channel-access.ts';
import { type ChannelId, type ChannelKind, isManagedKind } from '../../domain/channel.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid, limitReached, notFound } from '../../domain/failure.ts';
import type { Management } from '../management/management.ts';
import type { AccessReader } from '../ports/access.ts';
import { channelDescription } from './channel-description.ts';

/** A channel as its maker describes it. */
export interface CreateChannelCommand {
  readonly actorId: UserId;
  readonly communityId: CommunityId;
  readonly name: string;
  readonly kind: ChannelKind;
  readonly topic: string | null;
  readonly categoryId: ChannelId | null;
  readonly slowModeSeconds: number;
  readonly reason?: string | null | undefined;
}

/**
 * Adds a channel behind the last one of its community; in a category it starts with the category's overwrites. Needs MANAGE_CHANNELS.
 * Fails with NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED.
 */
export function createChannel({ perform, clock, newId, limits }: Management) {
  return (command: CreateChannelCommand): Promise<Result<ChannelId, ChatFailure>> => {
    const { actorId, communityId, kind, categoryId, reason } = command;
    return perform({
      actorId,
      reason,
      async admit(admit) {
        const admitted = await admit.toCommunity(actorId, communityId, { needed: 'MANAGE_CHANNELS' });
        if (!admitted.ok || kind === 'CATEGORY' || (await isCategoryOf(admit.access, command))) return admitted;
        return err(notFound('categoryId'));
      },
      async perform({ channels, overwrites }) {
        const described = channelDescription(command, limits);
        if (!described.ok) return described;
        if (!isManagedKind(kind)) return err(invalid('channels of this kind are made otherwise', 'kind'));
        if (kind === 'CATEGORY' && categoryId !== null) return err(invalid('a category stands in no other category', 'categoryId'));
        const { count, nextPosition } = await channels.survey(communityId);
        if (count >= limits.channelsPerCommunity) return err(limitReached('communityId'));

        const id = newId('channel');
        await channels.create({ id, communityId, kind, categoryId, ...described.value, position: nextPosition }, clock());
        if (categoryId !== null) await overwrites.copy(categoryId, id);
        const changes = { name: [null, described.value.name], kind: [null, kind] } as const;
        const audit = auditDraft('CHANNEL_CREATED', { subjectId: id, channelId: id, changes });
        return ok({ value: id, done: { audit, change: { kind: 'CHANNELS' }, changesAccess: false } });
      },
    });
  };
}

/** Where a channel is to stand. */
export interface CategoryChoice {
  readonly actorId: UserId;
  readonly communityId: CommunityId;
  readonly categoryId: ChannelId | null;
}

/** Whether that is no category, or one of the community that the person sees. */
export async function isCategoryOf(access: AccessReader, { actorId, communityId, categoryId }: CategoryChoice): Promise<boolean> {
  if (categoryId === null) return true;
  const category = (await access.channels(actorId, [categoryId])).get(categoryId);
  return canView(category) && category.channel.kind === 'CATEGORY' && category.channel.communityId === communityId;
}
