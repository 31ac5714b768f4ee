import type { Log } from '@veza/telemetry';
import type { LiveOperation } from '../../pipeline/live-operation.ts';
import type { AdmissionDesk } from './admission-desk.ts';
import { admissions, type AdmissionCases, type Admissions } from './admissions.ts';
import { CatchUps } from './catch-ups.ts';
import { deliverBy, type DeliveryCases } from './deliver.ts';
import type { Delivery, DeliveryLanes } from './delivery-lanes.ts';
import { Feed, type FeedEnd, type FeedOwner, type FeedTiming } from './feed.ts';
import { groupSource, type GroupSource, type SourceTools } from './group-source.ts';
import type { LiveMetrics } from './live-metrics.ts';
import { Pace } from './pace.ts';
import { Rounds } from './rounds.ts';
import type { SharedEvent } from './shared-event.ts';
import type { Subscriber } from './subscriber.ts';

/** What all groups work with. */
export interface GroupTools extends SourceTools, FeedTiming {
  readonly desk: AdmissionDesk;
  readonly lanes: DeliveryLanes;
  readonly metrics: LiveMetrics;
  readonly log: Log;
}

/** What a group is made of. */
export interface GroupOptions {
  /** Of the first client. */
  readonly operation: LiveOperation;
  /** Whether it is for everybody who is admitted, and not for one person. */
  readonly isTopic: boolean;
  readonly isLow: boolean;
  readonly tools: GroupTools;
  /** Nobody may join any more: the upstream has ended. */
  readonly onEnded: () => void;
  /** The last client has gone and everything is released. */
  readonly onEmpty: () => void;
}

/**
 * Everybody who follows the same selection of the same thing in the same scope: one upstream, each event joined and written once, the
 * same bytes for all. Clients come in any number and speed; what a group keeps is 256 events, and a place for each client.
 */
export class Group implements FeedOwner, DeliveryCases, AdmissionCases, Delivery {
  readonly isLow: boolean;
  readonly #options: GroupOptions;
  readonly #tools: GroupTools;
  readonly #live: Feed;
  readonly #livePace = new Pace();
  readonly #catchUps: CatchUps;
  readonly #admissions: Admissions;
  readonly #members = new Set<Subscriber>();
  readonly #rounds = new Rounds<Subscriber>(
    this.#members,
    (subscriber) => this.#give(subscriber),
    () => this.#delivered(),
  );
  #source: GroupSource;
  #isClosed = false;
  /** Why the group is over before its upstream. */
  #reason: Error | undefined;
  #publishedAt: number | undefined;

  constructor(options: GroupOptions) {
    const { operation, tools, isTopic, isLow } = options;
    this.#options = options;
    this.#tools = tools;
    this.isLow = isLow;
    this.#source = groupSource(operation, isTopic, tools);
    this.#admissions = admissions(() => this.#source, tools.desk, this);
    const shared = { owner: this, timing: tools };
    // Who comes back with a cursor waits for a subgraph that is away; others are told at once.
    const mayFail = () => Array.from(this.#members).every(({ cursor }) => cursor === undefined);
    this.#live = new Feed({ ...shared, after: undefined, outdates: true, mayFail });
    this.#catchUps = new CatchUps(this.#live, (after) => new Feed({ ...shared, after, outdates: false, mayFail: () => false }));
  }

  /** Lets a client in, once it is admitted. */
  join(subscriber: Subscriber): void {
    this.#tools.metrics.joined();
    this.#admissions.arrive(subscriber);
  }

  /** The client is gone or has had enough: nothing more is written to it. */
  leave(subscriber: Subscriber): void {
    if (subscriber.state === 'ENDED') return;
    subscriber.state = 'ENDED';
    this.#tools.metrics.left();
    this.#catchUps.leave(subscriber);
    this.#members.delete(subscriber);
    subscriber.waiting.clear();
    this.#livePace.changed();
    this.#closeWhenEmpty();
  }

  /** What its first client asked for. */
  get operation(): LiveOperation {
    return this.#source.operation;
  }

  /** Goes on with the same operation as it was prepared on another supergraph, between two events. */
  move(operation: LiveOperation): void {
    const previous = this.#source;
    this.#source = groupSource(operation, previous.isTopic, this.#tools);
    if (this.#source.upstream !== previous.upstream) {
      this.#live.reopen();
      this.#catchUps.reopen();
    }
    previous.operation.release();
  }

  /** Ends the stream of every client with an error, also of those who are still to be admitted. */
  endWith(reason: Error): void {
    this.#reason = reason;
    for (const subscriber of this.#members) this.refused(subscriber, reason);
  }

  deliver(clients: number): number {
    return this.#rounds.go(clients);
  }

  #delivered(): void {
    if (this.#publishedAt !== undefined) this.#tools.metrics.fannedOut((this.#tools.now() - this.#publishedAt) / 1000);
    this.#publishedAt = undefined;
  }

  #give(subscriber: Subscriber): void {
    const { state, feed } = subscriber;
    if (subscriber.isWaitingForRoom || state === 'ADMITTING' || state === 'ENDED' || !feed) return;
    if (subscriber.accessEpoch < this.#admissions.epoch) return this.#hold(subscriber);
    deliverBy[this.#source.plan.live.policy](subscriber, this);
    if (feed !== this.#live) this.#catchUps.progressed(feed);
    else if (this.#members.size === 1) this.#livePace.changed();
  }

  #stir(): void {
    this.#rounds.behind();
    this.#tools.lanes.add(this);
  }

  // What feeds tell.
  get isForOne(): boolean {
    return this.#members.size === 1;
  }

  source(): GroupSource {
    return this.#source;
  }

  turn(feed: Feed): Promise<void> | undefined {
    if (feed !== this.#live) return this.#catchUps.turn(feed);
    const { isResumable, live } = this.#source.plan;
    // Nothing can bring back what is lost here: as long as there is one client, it sets the pace.
    const isPaced = live.policy === 'LOG' && !isResumable && this.#members.size === 1;
    return isPaced ? this.#livePace.turn(feed, this.#members) : undefined;
  }

  raise(accessEpoch: number): void {
    if (this.#admissions.raise(accessEpoch)) this.#stir();
  }

  published(feed: Feed, event: SharedEvent): void {
    this.#tools.metrics.rendered();
    this.#publishedAt ??= this.#tools.now();
    if (feed === this.#live) this.#catchUps.placeNewest();
    else this.#catchUps.place(event);
    this.#stir();
  }

  ended(feed: Feed): void {
    if (feed === this.#live) this.#options.onEnded();
    this.#stir();
  }

  reopened(reason: unknown): void {
    const { plan, operation } = this.#source;
    const { service, field } = plan;
    this.#tools.metrics.reopened();
    this.#tools.log.warn('subscription.lost', { service, field, requestId: operation.meta.requestId, error: reason });
  }

  // What deliveries meet.
  lag(subscriber: Subscriber): void {
    subscriber.state = 'LAGGING';
    subscriber.isWaitingForRoom = true;
    subscriber.sink.whenRoom(() => {
      subscriber.isWaitingForRoom = false;
      this.#give(subscriber);
    });
  }

  catchUp(subscriber: Subscriber): void {
    this.#catchUps.leave(subscriber);
    if (!this.#source.plan.isResumable || subscriber.cursor === undefined) {
      this.#tools.metrics.gaveUp();
      this.leave(subscriber);
      return subscriber.sink.giveUp();
    }
    this.#tools.metrics.caughtUp();
    this.#catchUps.enter(subscriber, subscriber.cursor);
  }

  goLive(subscriber: Subscriber, next: number): void {
    this.#catchUps.leave(subscriber);
    subscriber.feed = this.#live;
    subscriber.next = next;
  }

  atHead(subscriber: Subscriber, feed: Feed): void {
    const liveNext = feed === this.#live ? undefined : feed.ring.newest?.liveNext;
    if (liveNext !== undefined && subscriber.next > 0) {
      this.goLive(subscriber, liveNext);
      return this.#give(subscriber);
    }
    subscriber.state = feed === this.#live ? 'LIVE' : 'CATCHING_UP';
    if (feed.end) this.#finish(subscriber, feed.end);
  }

  // What admissions decide.

  admitted(subscriber: Subscriber): void {
    if (this.#reason) return this.refused(subscriber, this.#reason);
    const { plan } = this.#source;
    this.#members.add(subscriber);
    subscriber.state = 'CATCHING_UP';
    if (!this.#live.isStarted) this.#live.start();
    const { ring } = this.#live;
    subscriber.feed = this.#live;
    // What counts is the latest, so who comes later gets it at once.
    subscriber.next = plan.live.policy === 'LATEST' ? Math.max(0, ring.head) : ring.head + 1;
    const { cursor } = subscriber;
    if (plan.isResumable && cursor !== undefined) {
      if (!subscriber.readsHistory) return void this.#begin(subscriber, cursor);
      this.#resume(subscriber, cursor);
    } else subscriber.cursor = ring.newest?.marks.cursor;
    this.#livePace.changed();
    this.#give(subscriber);
  }

  readmitted(subscriber: Subscriber): void {
    subscriber.state = 'CATCHING_UP';
    this.#give(subscriber);
  }

  refused(subscriber: Subscriber, reason: unknown): void {
    this.#finish(subscriber, { kind: 'failed', reason });
    this.#closeWhenEmpty();
  }

  revoked(subscriber: Subscriber, reason: string | undefined): void {
    this.#tools.metrics.revoked();
    void this.#lastWords(subscriber, this.#source.revoked(subscriber.cursor, reason));
  }

  async #lastWords(subscriber: Subscriber, words: Promise<SharedEvent | undefined>): Promise<void> {
    const event = await words.catch(() => undefined);
    if (subscriber.state === 'ENDED') return;
    if (event) subscriber.sink.event(event);
    this.#finish(subscriber, { kind: 'complete' });
  }

  /** Lets in a client that may not be given what it has missed: it goes on from the head of the stream, or loads anew. */
  async #begin(subscriber: Subscriber, cursor: string): Promise<void> {
    subscriber.feed = undefined;
    await this.#live.begun;
    if (subscriber.state === 'ENDED') return;
    if (this.#live.cursor !== cursor && !this.#live.end) return this.#lastWords(subscriber, this.#source.reload(this.#live.cursor));
    subscriber.feed = this.#live;
    subscriber.next = this.#live.ring.after({ cursor }) ?? this.#live.ring.head + 1;
    this.#livePace.changed();
    this.#give(subscriber);
  }

  #resume(subscriber: Subscriber, cursor: string): void {
    const next = this.#live.ring.after({ cursor });
    if (next === undefined) return this.catchUp(subscriber);
    subscriber.next = next;
  }

  #hold(subscriber: Subscriber): void {
    this.#tools.metrics.readmitted();
    this.#admissions.hold(subscriber);
  }

  #finish(subscriber: Subscriber, end: FeedEnd): void {
    if (subscriber.state === 'ENDED') return;
    this.leave(subscriber);
    if (end.kind === 'complete') subscriber.sink.complete();
    else subscriber.sink.fail([this.#source.errorOf(end.reason)]);
  }

  #closeWhenEmpty(): void {
    if (this.#isClosed || this.#members.size > 0 || this.#admissions.arriving > 0) return;
    this.#isClosed = true;
    this.#live.stop();
    this.#livePace.changed();
    this.#catchUps.endAll();
    this.#source.operation.release();
    this.#options.onEmpty();
  }
}
