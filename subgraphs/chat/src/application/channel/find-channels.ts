import type { ChannelId } from '../../domain/channel.ts';
import { canView, type ChannelAccess } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import type { AccessReader } from '../ports/access.ts';

export type FindChannels = ReturnType<typeof findChannels>;

/** Channels in the order asked; null for those that are absent or invisible to this person, which are the same. */
export function findChannels({ access }: { readonly access: AccessReader }) {
  return async (viewerId: UserId, ids: readonly ChannelId[]): Promise<readonly (ChannelAccess | null)[]> => {
    const found = await access.channels(viewerId, ids);
    return ids.map((id) => {
      const channel = found.get(id);
      return canView(channel) ? channel : null;
    });
  };
}
