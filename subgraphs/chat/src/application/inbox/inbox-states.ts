import type { Clock } from '@veza/kernel';
import type { UserId } from '../../domain/community.ts';
import type { BroadcastCall, InboxStateReader, UnreadMove } from '../ports/inbox.ts';
import { InboxStateQueue } from './inbox-state-queue.ts';

/** How far each look goes back behind the last one: what was committed later than its instant says is found all the same. */
const OVERLAP_MS = 5_000;

/** A follower's hold on the states of one inbox. */
export interface InboxStateLease {
  readonly queue: InboxStateQueue;
  release(): void;
}

/** The states of the inboxes that are followed in this process. */
export interface InboxStates {
  /** Joins the states of one inbox. @param since everything from here on is told; undefined = from now on */
  open(userId: UserId, since: Date | undefined): Promise<InboxStateLease>;
  /** One look at what moved, for all followers at once; answers their number. Called once a second, it tells of each channel at most so often. */
  look(): Promise<number>;
  /** Followers now. */
  readonly size: number;
}

interface Found {
  /** When the look began. */
  readonly at: Date;
  readonly moves: readonly UnreadMove[];
  readonly calls: readonly BroadcastCall[];
}

interface Follower {
  readonly userId: UserId;
  readonly queue: InboxStateQueue;
}

/** States of inboxes, looked at in two statements for everybody who follows here, however much happens in how many channels. */
export function inboxStates({ states, clock }: { readonly states: InboxStateReader; readonly clock: Clock }): InboxStates {
  const followers = new Set<Follower>();

  const find = async (userIds: readonly UserId[], from: Date): Promise<Found> => {
    const at = clock();
    const since = new Date(from.getTime() - OVERLAP_MS);
    const moves = await states.movedSince(userIds, since);
    const channelIds = [...new Set(moves.map(({ channelId }) => channelId))];
    return { at, moves, calls: channelIds.length === 0 ? [] : await states.broadcastsSince(userIds, channelIds, since) };
  };

  return {
    get size() {
      return followers.size;
    },

    async open(userId, since) {
      const queue = new InboxStateQueue(since ?? clock());
      const { at, moves, calls } = await find([userId], queue.reachedAt);
      if (since === undefined) queue.pass(moves, calls);
      else queue.accept(moves, calls);
      queue.reach(at);
      const follower = { userId, queue };
      followers.add(follower);
      return { queue, release: () => void followers.delete(follower) };
    },

    async look() {
      const present = [...followers];
      if (present.length === 0) return 0;
      const from = new Date(Math.min(...present.map(({ queue }) => queue.reachedAt.getTime())));
      const { at, moves, calls } = await find([...new Set(present.map(({ userId }) => userId))], from);
      const [movesOf, callsOf] = [byUser(moves), byUser(calls)];
      for (const { userId, queue } of present) {
        queue.accept(movesOf.get(userId) ?? [], callsOf.get(userId) ?? []);
        queue.reach(at);
      }
      return present.length;
    },
  };
}

function byUser<T extends { readonly userId: UserId }>(items: readonly T[]): ReadonlyMap<UserId, readonly T[]> {
  const groups = new Map<UserId, T[]>();
  for (const item of items) groups.set(item.userId, [...(groups.get(item.userId) ?? []), item]);
  return groups;
}
