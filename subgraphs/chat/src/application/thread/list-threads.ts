import type { Clock, Page, Slice } from '@veza/kernel';
import { can, canView, type ChannelAccess } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import type { AccessReader } from '../ports/access.ts';
import type { ThreadPlace, ThreadReader } from '../ports/thread.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly threads: ThreadReader;
  readonly clock: Clock;
}

/** A thread in a list. */
export interface ListedThread extends ChannelAccess {
  readonly place: ThreadPlace;
}

/** Threads of a channel that this person sees, newest first: those that are active, or those that are archived. */
export function listThreads({ access, threads, clock }: Dependencies) {
  return async (
    viewerId: UserId,
    parent: ChannelAccess,
    { isArchived, slice }: { readonly isArchived: boolean; readonly slice: Slice<ThreadPlace> },
  ): Promise<Page<ListedThread>> => {
    const seesAllPrivate = can(parent, 'MANAGE_THREADS');
    const page = await threads.list({ parentId: parent.channel.id, viewerId, seesAllPrivate, isArchived, now: clock() }, slice);
    const standings = await access.channels(
      viewerId,
      page.items.map(({ id }) => id),
    );
    const items = page.items.flatMap((place) => {
      const standing = standings.get(place.id);
      return canView(standing) ? [{ ...standing, place }] : [];
    });
    return { ...page, items };
  };
}
