import { err, ok, type Result } from '@veza/kernel';
import { canView, type ChannelAccess } from '../../domain/channel-access.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, notFound, notPermitted } from '../../domain/failure.ts';
import type { AccessReader } from '../ports/access.ts';

/** Who does something in which group. */
export interface GroupCommand {
  readonly actorId: UserId;
  readonly channelId: ChannelId;
}

/** A group that the person is in. Fails with NOT_FOUND, and with NOT_PERMITTED for every other kind of channel that they see. */
export async function groupOf(access: AccessReader, { actorId, channelId }: GroupCommand): Promise<Result<ChannelAccess, ChatFailure>> {
  const found = (await access.channels(actorId, [channelId])).get(channelId);
  if (!canView(found)) return err(notFound('channelId'));
  return found.channel.kind === 'GROUP' ? ok(found) : err(notPermitted('channelId'));
}
