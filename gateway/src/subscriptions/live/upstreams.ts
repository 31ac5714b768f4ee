import { coversSelection, mergedSelections, type SharedSelection } from '../../plan/own/live/shared-selection.ts';
import type { UpstreamEvent } from '../../plan/subscription-plan.ts';
import { SharedUpstreamFeed, type UpstreamOwner } from './shared-upstream.ts';
import { UpstreamBranch, type Wish } from './upstream-branch.ts';

/** Where a feed goes on from. */
export interface Place {
  /** Undefined for from now on. */
  readonly after: string | undefined;
  /** Number of the event there, where it is known. */
  readonly seq: number | undefined;
}

/** Which events are followed. */
export interface SharedEvents {
  readonly supergraph: object;
  /** Equal for the same events, seen by the same reader. */
  readonly key: string;
}

/** The upstreams of this process that several selections share. */
export interface Upstreams {
  /** Events for one wish until the signal aborts. */
  follow(shared: SharedEvents, wish: Wish, place: Place, signal: AbortSignal): AsyncIterable<UpstreamEvent>;
}

/** Those who want more than an upstream brings are waited for this long, so that they get one together. Milliseconds. */
const GATHERING_MS = 50;

/**
 * Upstreams of the same events. A wider one is opened beside the present one; where both have met, everybody goes over to it, and the
 * narrower one ends: so nobody misses anything, and nobody waits.
 */
class EventUpstreams implements UpstreamOwner {
  readonly #all = new Set<SharedUpstreamFeed>();
  readonly #onEmpty: () => void;
  #widest: SharedUpstreamFeed | undefined;

  constructor(onEmpty: () => void) {
    this.#onEmpty = onEmpty;
  }

  join(branch: UpstreamBranch): void {
    const { selection } = branch.wish;
    const widest = this.#widest;
    if (!widest) {
      const first = this.#begin(selection);
      first.join(branch);
      return first.open(branch.after, branch.seq);
    }
    if (coversSelection(widest.selection, selection)) return this.#place(branch, widest);
    const wider = mergedSelections(widest.selection, selection);
    if (!wider) return branch.goAlone();
    this.#widen(widest, wider).join(branch);
  }

  /** Lets a branch in that has read alone, where it has come to an event that is known here. */
  rejoin(branch: UpstreamBranch): boolean {
    const { after, wish } = branch;
    const widest = this.#widest;
    if (after === undefined || !widest?.isOpen || !widest.hasEvent(after)) return false;
    return coversSelection(widest.selection, wish.selection) && widest.joinAfter(branch, after, undefined);
  }

  leave(branch: UpstreamBranch): void {
    for (const upstream of this.#all) upstream.branches.delete(branch);
    this.#closeEmpty();
  }

  advanced(): void {
    const widest = this.#widest;
    if (!widest || this.#all.size === 1) return;
    for (const upstream of this.#all) if (upstream !== widest) widest.takeOver(upstream);
  }

  over(upstream: SharedUpstreamFeed): void {
    if (this.#widest === upstream) this.#widest = undefined;
    if (!upstream.isOver) return;
    this.#all.delete(upstream);
    if (this.#all.size === 0) this.#onEmpty();
  }

  #place(branch: UpstreamBranch, upstream: SharedUpstreamFeed): void {
    if (branch.after === undefined || !upstream.isOpen) return upstream.join(branch);
    if (!upstream.joinAfter(branch, branch.after, branch.seq)) branch.goAlone();
  }

  #begin(selection: SharedSelection): SharedUpstreamFeed {
    const upstream = new SharedUpstreamFeed(selection, this);
    this.#all.add(upstream);
    this.#widest = upstream;
    return upstream;
  }

  #widen(widest: SharedUpstreamFeed, selection: SharedSelection): SharedUpstreamFeed {
    if (!widest.isOpen) {
      widest.selection = selection;
      return widest;
    }
    const wider = this.#begin(selection);
    setTimeout(() => {
      if (!wider.isOver) wider.open(widest.after, widest.seq);
    }, GATHERING_MS);
    return wider;
  }

  /** The widest stays while others have still to come over to it. */
  #closeEmpty(): void {
    const isEmpty = Array.from(this.#all).every(({ branches }) => branches.size === 0);
    for (const upstream of this.#all) if (upstream.branches.size === 0 && (isEmpty || upstream !== this.#widest)) upstream.close();
  }
}

/** None yet. */
export function liveUpstreams(): Upstreams {
  const bySupergraph = new WeakMap<object, Map<string, EventUpstreams>>();
  const upstreamsOf = (supergraph: object, key: string): EventUpstreams => {
    const byKey = bySupergraph.get(supergraph) ?? new Map<string, EventUpstreams>();
    bySupergraph.set(supergraph, byKey);
    const known = byKey.get(key);
    if (known) return known;
    const upstreams = new EventUpstreams(() => {
      if (byKey.get(key) === upstreams) byKey.delete(key);
    });
    byKey.set(key, upstreams);
    return upstreams;
  };
  return {
    follow({ supergraph, key }, wish, place, signal) {
      let upstreams = upstreamsOf(supergraph, key);
      // While it was alone, the others may have ended and been replaced.
      const rejoin = (alone: UpstreamBranch) => {
        upstreams = bySupergraph.get(supergraph)?.get(key) ?? upstreams;
        return upstreams.rejoin(alone);
      };
      const branch = new UpstreamBranch(wish, { ...place, rejoin }, signal);
      signal.addEventListener('abort', () => upstreams.leave(branch), { once: true });
      upstreams.join(branch);
      return branch;
    },
  };
}
