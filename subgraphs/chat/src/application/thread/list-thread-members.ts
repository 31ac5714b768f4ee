import type { Page, Slice } from '@veza/kernel';
import type { CommunityChannel } from '../../domain/channel.ts';
import type { Member, UserId } from '../../domain/community.ts';
import type { JoinPlace } from '../ports/community.ts';
import type { MemberReader } from '../ports/member.ts';
import type { ThreadReader } from '../ports/thread.ts';

interface Dependencies {
  readonly threads: ThreadReader;
  readonly members: MemberReader;
}

/** A member of a thread in a list. */
export interface ListedThreadMember extends Member {
  readonly place: JoinPlace<UserId>;
}

/** Members of a thread that the caller sees, by the time of joining it. */
export function listThreadMembers({ threads, members }: Dependencies) {
  return async ({ id, communityId }: CommunityChannel, slice: Slice<JoinPlace<UserId>>): Promise<Page<ListedThreadMember>> => {
    const page = await threads.listMembers(id, slice);
    const found = await members.find(
      communityId,
      page.items.map((place) => place.id),
    );
    const items = page.items.flatMap((place) => {
      const member = found.get(place.id);
      return member ? [{ ...member, place }] : [];
    });
    return { ...page, items };
  };
}
