import type { ChannelEvent } from '../../domain/event/channel-event.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { LogHint } from './log-feed.ts';

/** Says that a channel's log has grown; carries the entry where it is small. */
export type ChannelHint = LogHint<ChannelEvent>;

/** Bytes above which a hint goes without its entry: readers then take it from the log. */
export const MAX_HINT_BYTES = 8 * 1024;

/** Members of a complete entry that hold instants, wherever they stand. */
const INSTANTS: ReadonlySet<string> = new Set(['occurredAt', 'createdAt', 'editedAt', 'asOf', 'closedAt', 'closesAt', 'lastActiveAt']);

/** Subject of a channel's hints on the bus. */
export function hintSubject(channelId: ChannelId): string {
  return `veza.live.chat.channel.${channelId}`;
}

/** UTF-8 JSON of a hint, without the entry when that would exceed 8 KiB. */
export function encodeHint(event: ChannelEvent): Uint8Array {
  const { seq, accessEpoch } = event;
  const whole = Buffer.from(JSON.stringify({ seq, accessEpoch, event }));
  return whole.length <= MAX_HINT_BYTES ? whole : encodeHead(event);
}

/** UTF-8 JSON of a hint without an entry. */
export function encodeHead({ seq, accessEpoch }: Pick<ChannelHint, 'seq' | 'accessEpoch'>): Uint8Array {
  return Buffer.from(JSON.stringify({ seq, accessEpoch }));
}

/** Reads a hint without its entry. */
export function decodeHead(payload: Uint8Array): Pick<ChannelHint, 'seq' | 'accessEpoch'> | undefined {
  const hint = decodeHint(payload);
  return hint && { seq: hint.seq, accessEpoch: hint.accessEpoch };
}

/** Reads a hint of our own making; undefined for anything else. */
export function decodeHint(payload: Uint8Array): ChannelHint | undefined {
  try {
    const hint = JSON.parse(Buffer.from(payload).toString(), (key, value: unknown) =>
      INSTANTS.has(key) && typeof value === 'string' ? new Date(value) : value,
    ) as ChannelHint | null;
    return Number.isSafeInteger(hint?.seq) && Number.isSafeInteger(hint?.accessEpoch) ? (hint ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}
