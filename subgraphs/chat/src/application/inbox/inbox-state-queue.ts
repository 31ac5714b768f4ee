import type { ChannelId } from '../../domain/channel.ts';
import type { MessageId } from '../../domain/message/message.ts';
import type { BroadcastCall, UnreadMove } from '../ports/inbox.ts';

/** Calls that are known not to be told again. */
const KNOWN_CALLS = 1_000;

/** A state to be told: what is unread in a channel may have changed, or a message calls many. */
export type InboxState =
  | { readonly kind: 'UNREAD'; readonly channelId: ChannelId }
  | { readonly kind: 'CALL'; readonly call: BroadcastCall };

/**
 * What one follower is still to be told: of each channel only that it moved, so a slow follower costs no more than the channels they are in,
 * and gets the newest state. What it was offered before is not told again.
 */
export class InboxStateQueue {
  readonly #versions = new Map<ChannelId, string>();
  readonly #unread = new Set<ChannelId>();
  readonly #known = new Set<MessageId>();
  readonly #calls: BroadcastCall[] = [];
  #reachedAt: Date;
  #toldAt: Date;
  #onChange: () => void = () => undefined;

  /** @param from instant up to which states were told before */
  constructor(from: Date) {
    this.#reachedAt = from;
    this.#toldAt = from;
  }

  /** Instant up to which what moved was looked for. */
  get reachedAt(): Date {
    return this.#reachedAt;
  }

  /** Instant up to which everything was told. */
  get toldAt(): Date {
    return this.#isEmpty ? this.#reachedAt : this.#toldAt;
  }

  /** Calls `listener`, and nobody else, when there is something to take. */
  listen(listener: () => void): void {
    this.#onChange = listener;
  }

  /** Takes in what moved and was not offered before. */
  accept(moves: readonly UnreadMove[], calls: readonly BroadcastCall[]): void {
    for (const { channelId } of this.#fresh(moves)) this.#unread.add(channelId);
    this.#calls.push(...this.#unknown(calls));
    if (!this.#isEmpty) this.#onChange();
  }

  /** Takes in what is not to be told. */
  pass(moves: readonly UnreadMove[], calls: readonly BroadcastCall[]): void {
    this.#fresh(moves);
    this.#unknown(calls);
  }

  /** Notes up to when what moved was looked for. */
  reach(at: Date): void {
    if (this.#isEmpty) this.#toldAt = at;
    this.#reachedAt = at;
  }

  /** The next state to tell; undefined when there is none. */
  take(): InboxState | undefined {
    const call = this.#calls.shift();
    if (call) return { kind: 'CALL', call };
    const [channelId] = this.#unread;
    if (channelId === undefined) return undefined;
    this.#unread.delete(channelId);
    return { kind: 'UNREAD', channelId };
  }

  get #isEmpty(): boolean {
    return this.#unread.size === 0 && this.#calls.length === 0;
  }

  #fresh(moves: readonly UnreadMove[]): readonly UnreadMove[] {
    const fresh = moves.filter(({ channelId, version }) => this.#versions.get(channelId) !== version);
    for (const { channelId, version } of fresh) this.#versions.set(channelId, version);
    return fresh;
  }

  #unknown(calls: readonly BroadcastCall[]): readonly BroadcastCall[] {
    const unknown = calls.filter(({ messageId }) => !this.#known.has(messageId));
    for (const { messageId } of unknown) this.#known.add(messageId);
    for (const messageId of this.#known) {
      if (this.#known.size <= KNOWN_CALLS) break;
      this.#known.delete(messageId);
    }
    return unknown;
  }
}
