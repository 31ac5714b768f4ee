import { err, ok, type Page, type Result, type Slice } from '@veza/kernel';
import type { ChannelId } from '../../domain/channel.ts';
import { can } from '../../domain/channel-access.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import type { RateLimited } from '../../domain/failure.ts';
import type { MessageId, MessageView } from '../../domain/message/message.ts';
import type { ListChannels } from '../channel/list-channels.ts';
import type { AccessReader } from '../ports/access.ts';
import type { MessageSearch, MessageSearchFilter } from '../ports/message-search.ts';
import type { ThreadReader } from '../ports/thread.ts';
import type { RateTaker } from '../rates.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly threads: Pick<ThreadReader, 'idsIn'>;
  readonly listChannels: ListChannels;
  readonly search: MessageSearch;
  readonly takeRate: RateTaker;
}

/** Who looks for what, and where. */
export interface SearchMessagesCommand {
  readonly viewerId: UserId;
  readonly communityId: CommunityId;
  readonly text: string;
  readonly filter: MessageSearchFilter;
  /** Looks in this channel or thread of the community only. */
  readonly channelId: ChannelId | undefined;
  readonly slice: Slice<MessageId>;
}

/** A page of hits, and how many there are. */
export interface FoundMessages {
  readonly page: Page<MessageView>;
  /** At most 10,000; counted when it is asked for. */
  readonly count: () => Promise<number>;
}

export type SearchMessages = ReturnType<typeof searchMessages>;

/**
 * Messages of a community by their words, newest first, in the channels and threads whose history the person may read; these are worked out
 * before anything is looked for. Undefined for a community that is absent or invisible. Fails with RATE_LIMITED.
 */
export function searchMessages({ access, threads, listChannels, search, takeRate }: Dependencies) {
  const readable = async (viewerId: UserId, communityId: CommunityId): Promise<readonly ChannelId[]> => {
    const [visible = []] = await listChannels(viewerId, [communityId]);
    const channels = visible.filter((standing) => can(standing, 'READ_HISTORY'));
    const all = channels.map(({ channel }) => channel.id);
    const seeingAllPrivate = channels.filter((standing) => can(standing, 'MANAGE_THREADS')).map(({ channel }) => channel.id);
    return [...all, ...(await threads.idsIn(viewerId, { all, seeingAllPrivate }))];
  };

  return async (command: SearchMessagesCommand): Promise<Result<FoundMessages | undefined, RateLimited>> => {
    const { viewerId, communityId, text, filter, channelId, slice } = command;
    const limited = await takeRate('search', viewerId);
    if (limited) return err(limited);
    if (!(await access.communities(viewerId, [communityId])).has(communityId)) return ok(undefined);
    const all = await readable(viewerId, communityId);
    const query = { text, filter, channelIds: channelId === undefined ? all : all.filter((id) => id === channelId) };
    return ok({ page: await search.find(query, slice), count: () => search.count(query) });
  };
}
