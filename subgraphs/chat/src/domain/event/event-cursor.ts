import { NIL_UUID, parseTypeId, toTypeId, type Uuid, uuidFromBytes, uuidToBytes } from '@veza/kernel';
import type { ChannelId } from '../channel.ts';
import { crc32 } from './crc32.ts';

/** A place in one channel's log. */
export interface EventCursor {
  readonly channelId: ChannelId;
  /** Changes when acknowledged entries may have been lost, e.g. by a restore: numbers of different epochs do not compare. */
  readonly logEpoch: Uuid;
  /** Last entry that was seen; 0 = before the first. */
  readonly seq: number;
}

const VERSION = 1;
const EPOCH_LENGTH = 8;
const LENGTH = 1 + 16 + EPOCH_LENGTH + 6 + 4;
const MAX_SEQ = 2 ** 31 - 1;

/** The part of an epoch that a cursor carries: its first 8 bytes. */
function epochBytes(logEpoch: Uuid): Uint8Array {
  return uuidToBytes(logEpoch).subarray(0, EPOCH_LENGTH);
}

/**
 * base64url of version ‖ channel ‖ log epoch (8 bytes) ‖ seq (6 bytes) ‖ CRC-32. Opaque to clients; the checksum finds damage.
 * It grants nothing: whoever presents a cursor is checked anew.
 */
export function encodeEventCursor({ channelId, logEpoch, seq }: EventCursor): string {
  const bytes = Buffer.alloc(LENGTH);
  bytes.writeUInt8(VERSION, 0);
  bytes.set(uuidToBytes(parseTypeId('channel', channelId) ?? NIL_UUID), 1);
  bytes.set(epochBytes(logEpoch), 17);
  bytes.writeUIntBE(seq, 25, 6);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, LENGTH - 4)), LENGTH - 4);
  return bytes.toString('base64url');
}

/** A cursor as read: the epoch is only comparable. */
export interface DecodedEventCursor {
  readonly channelId: ChannelId;
  readonly seq: number;
  isOfEpoch(logEpoch: Uuid): boolean;
}

/** Reads a cursor; undefined when it is damaged or no cursor at all. */
export function decodeEventCursor(text: string): DecodedEventCursor | undefined {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== LENGTH || bytes.toString('base64url') !== text || bytes[0] !== VERSION) return undefined;
  if (bytes.readUInt32BE(LENGTH - 4) !== crc32(bytes.subarray(0, LENGTH - 4))) return undefined;
  const seq = bytes.readUIntBE(25, 6);
  if (seq > MAX_SEQ) return undefined;
  const epoch = bytes.subarray(17, 25);
  return {
    channelId: toTypeId('channel', uuidFromBytes(bytes.subarray(1, 17))) as ChannelId,
    seq,
    isOfEpoch: (logEpoch) => epoch.equals(epochBytes(logEpoch)),
  };
}
