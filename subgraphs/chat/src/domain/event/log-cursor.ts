import { type Id, NIL_UUID, parseTypeId, toTypeId, type Uuid, uuidFromBytes, uuidToBytes } from '@veza/kernel';
import { crc32 } from './crc32.ts';

/** A place in one log. */
export interface LogPlace<LogId extends string> {
  readonly id: LogId;
  /** Changes when acknowledged entries may have been lost, e.g. by a restore: numbers of different epochs do not compare. */
  readonly logEpoch: Uuid;
  /** Last entry that was seen; 0 = before the first. */
  readonly seq: number;
}

/** A cursor as read: the epoch is only comparable. */
export interface DecodedLogCursor<LogId extends string> {
  readonly id: LogId;
  readonly seq: number;
  isOfEpoch(logEpoch: Uuid): boolean;
}

/** Makes and reads the cursors of one kind of log. */
export interface LogCursors<LogId extends string> {
  encode(place: LogPlace<LogId>): string;
  /** Undefined when it is damaged, of another kind of log, or no cursor at all. */
  decode(text: string): DecodedLogCursor<LogId> | undefined;
}

const EPOCH_LENGTH = 8;
const LENGTH = 1 + 16 + EPOCH_LENGTH + 6 + 4;
const MAX_SEQ = 2 ** 31 - 1;

/** The part of an epoch that a cursor carries: its first 8 bytes. */
function epochBytes(logEpoch: Uuid): Uint8Array {
  return uuidToBytes(logEpoch).subarray(0, EPOCH_LENGTH);
}

/**
 * base64url of kind ‖ id ‖ log epoch (8 bytes) ‖ seq (6 bytes) ‖ CRC-32. Opaque to clients; the checksum finds damage.
 * A cursor grants nothing: whoever presents one is checked anew.
 * @param prefix of the ids that the logs are about
 * @param kind first byte, which tells kinds of log apart; numbers are never reused
 */
function logCursors<Prefix extends string>(prefix: Prefix, kind: number): LogCursors<Id<Prefix>> {
  return {
    encode({ id, logEpoch, seq }) {
      const bytes = Buffer.alloc(LENGTH);
      bytes.writeUInt8(kind, 0);
      bytes.set(uuidToBytes(parseTypeId(prefix, id) ?? NIL_UUID), 1);
      bytes.set(epochBytes(logEpoch), 17);
      bytes.writeUIntBE(seq, 25, 6);
      bytes.writeUInt32BE(crc32(bytes.subarray(0, LENGTH - 4)), LENGTH - 4);
      return bytes.toString('base64url');
    },

    decode(text) {
      const bytes = Buffer.from(text, 'base64url');
      if (bytes.length !== LENGTH || bytes.toString('base64url') !== text || bytes[0] !== kind) return undefined;
      if (bytes.readUInt32BE(LENGTH - 4) !== crc32(bytes.subarray(0, LENGTH - 4))) return undefined;
      const seq = bytes.readUIntBE(25, 6);
      if (seq > MAX_SEQ) return undefined;
      const epoch = bytes.subarray(17, 25);
      return {
        id: toTypeId(prefix, uuidFromBytes(bytes.subarray(1, 17))) as Id<Prefix>,
        seq,
        isOfEpoch: (logEpoch) => epoch.equals(epochBytes(logEpoch)),
      };
    },
  };
}

/** Cursors in the logs of channels. */
export const channelCursors = logCursors('channel', 1);
/** Cursors in the logs of communities. */
export const communityCursors = logCursors('community', 2);
/** Cursors in the logs of people's inboxes. */
export const userCursors = logCursors('user', 3);
