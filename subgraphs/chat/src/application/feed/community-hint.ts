import type { CommunityId } from '../../domain/community.ts';

/** Subject of a community's hints on the bus. A hint says how far the log goes and never carries an entry. */
export function communityHintSubject(communityId: CommunityId): string {
  return `veza.live.chat.community.${communityId}`;
}
