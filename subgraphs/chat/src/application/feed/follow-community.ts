import { type Clock, err } from '@veza/kernel';
import type { CommunityId, UserId } from '../../domain/community.ts';
import type { CommunityEvent } from '../../domain/event/community-event.ts';
import { communityCursors } from '../../domain/event/log-cursor.ts';
import type { AccessReader } from '../ports/access.ts';
import type { CommunityLog } from '../ports/community-log.ts';
import { followLog, type FollowResult } from './follow-log.ts';
import type { Standing } from './followed-events.ts';
import type { LogFeeds } from './log-feeds.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly communityLog: CommunityLog;
  readonly communityFeeds: LogFeeds<CommunityId, CommunityEvent>;
  readonly clock: Clock;
}

/** Who follows which community, and from where. */
export interface FollowCommunityCommand {
  readonly viewerId: UserId;
  readonly communityId: CommunityId;
  /** Cursor of the last event seen; absent = from now on. */
  readonly after: string | undefined;
  /** Ends the stream. */
  readonly signal: AbortSignal;
}

export type FollowCommunity = ReturnType<typeof followCommunity>;

/** The log of one community, as `followLog` says. Fails with NOT_FOUND (absent, or the viewer is no member) and CURSOR_INVALID. */
export function followCommunity({ access, communityLog: log, communityFeeds: feeds, clock }: Dependencies) {
  return async ({ viewerId, communityId, after, signal }: FollowCommunityCommand): Promise<FollowResult<CommunityEvent>> => {
    const find = async () => (await access.communities(viewerId, [communityId])).get(communityId);
    const admit = async (): Promise<Standing> => (await find()) ?? { reason: await access.departure(communityId, viewerId) };
    const member = await find();
    if (!member) return err({ code: 'NOT_FOUND' });
    const admitted = { accessEpoch: member.accessEpoch, readsHistory: true };
    return followLog({ log, feeds, cursors: communityCursors, clock }, { id: communityId, admitted, admit, after, signal });
  };
}
