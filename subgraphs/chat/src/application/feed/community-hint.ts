import type { CommunityId } from '../../domain/community.ts';
import type { CommunityEvent } from '../../domain/event/community-event.ts';
import { decodeHead } from './channel-hint.ts';
import type { HintChannel } from './log-feeds.ts';

/** Subject of a community's hints on the bus. */
export function communityHintSubject(communityId: CommunityId): string {
  return `veza.live.chat.community.${communityId}`;
}

/** Hints about the logs of communities. They say how far a log goes and never carry an entry. */
export const communityHintChannel: HintChannel<CommunityId, CommunityEvent> = {
  subjectOf: communityHintSubject,
  decode: decodeHead,
};
