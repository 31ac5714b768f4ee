import { err, ok, type Result } from '@veza/kernel';
import { auditDraft, changesBetween } from '../../domain/audit.ts';
import type { Channel, ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid, notFound } from '../../domain/failure.ts';
import type { Management } from '../management/management.ts';
import { isCategoryOf } from './create-channel.ts';

/** Where a channel is to stand; undefined = as it is. */
export interface MoveChannelCommand {
  readonly actorId: UserId;
  readonly channelId: ChannelId;
  readonly position?: number | undefined;
  /** null = in no category. */
  readonly categoryId?: ChannelId | null | undefined;
  readonly reason?: string | null | undefined;
}

/**
 * Puts a channel at a position, those from there on behind it, or into another category. Its overwrites stay. Needs MANAGE_CHANNELS in it.
 * Fails with NOT_FOUND, NOT_PERMITTED, INVALID.
 */
export function moveChannel({ perform }: Management) {
  return (command: MoveChannelCommand): Promise<Result<ChannelId, ChatFailure>> => {
    const { actorId, channelId, reason } = command;
    return perform({
      actorId,
      reason,
      async admit(admit) {
        const admitted = await admit.toChannel(actorId, channelId, 'MANAGE_CHANNELS');
        if (!admitted.ok) return admitted;
        const { communityId, access: found } = admitted.value;
        const { categoryId = null } = command;
        const isPossible = found.channel.kind === 'CATEGORY' || (await isCategoryOf(admit.access, { actorId, communityId, categoryId }));
        return isPossible ? admitted : err(notFound('categoryId'));
      },
      async perform({ channels }, { communityId, access: { channel } }) {
        const { nextPosition } = await channels.survey(communityId);
        const refused = refusal(command, channel, nextPosition);
        if (refused) return err(refused);
        const { position = channel.position, categoryId = channel.categoryId } = command;
        const changes = changesBetween({ position: channel.position, categoryId: channel.categoryId }, { position, categoryId });
        if (!changes) return ok({ value: channelId });
        if (categoryId !== channel.categoryId) await channels.update({ ...channel, categoryId });
        if (position !== channel.position) await channels.place(channel, position);
        const audit = auditDraft('CHANNEL_MOVED', { subjectId: channelId, channelId, changes });
        return ok({ value: channelId, done: { audit, change: { kind: 'CHANNELS' }, changesAccess: false } });
      },
    });
  };
}

function refusal({ position = 0, categoryId = null }: MoveChannelCommand, channel: Channel, nextPosition: number): ChatFailure | undefined {
  if (channel.kind === 'CATEGORY' && categoryId !== null) return invalid('a category stands in no other category', 'categoryId');
  return position < 0 || position > nextPosition ? invalid(`positions go from 0 to ${nextPosition}`, 'position') : undefined;
}
