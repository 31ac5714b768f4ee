/** A member of a sorted set. */
export interface ScoredMember {
  readonly member: string;
  readonly score: number;
}

/** Members by score; equal scores by the bytes of the member. */
export interface SortedSet {
  /** Adds the member or moves it to its new score. */
  add(member: string, score: number): void;
  /** Whether it was there. */
  remove(member: string): boolean;
  /** Members whose score lies in `min…max`, both included. */
  between(min: number, max: number): readonly ScoredMember[];
  /** Removes members below `score` and answers how many. */
  trimBelow(score: number): number;
}

const compare = (a: ScoredMember, b: ScoredMember) => a.score - b.score || Buffer.compare(Buffer.from(a.member), Buffer.from(b.member));

/** First index at which `isReached` holds; it holds from some index on. */
function firstIndex<T>(items: readonly T[], isReached: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isReached(items[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A sorted set as one sorted array: reading is a slice, writing moves the tail. */
export function sortedSet(): SortedSet {
  const members: ScoredMember[] = [];
  const scores = new Map<string, number>();
  const remove = (member: string) => {
    const score = scores.get(member);
    if (score === undefined) return false;
    scores.delete(member);
    const old = { member, score };
    members.splice(
      firstIndex(members, (item) => compare(item, old) >= 0),
      1,
    );
    return true;
  };
  return {
    add(member, score) {
      remove(member);
      scores.set(member, score);
      const added = { member, score };
      members.splice(
        firstIndex(members, (item) => compare(item, added) > 0),
        0,
        added,
      );
    },
    remove,
    between: (min, max) =>
      members.slice(
        firstIndex(members, (item) => item.score >= min),
        firstIndex(members, (item) => item.score > max),
      ),
    trimBelow(score) {
      const removed = members.splice(
        0,
        firstIndex(members, (item) => item.score >= score),
      );
      for (const { member } of removed) scores.delete(member);
      return removed.length;
    },
  };
}
