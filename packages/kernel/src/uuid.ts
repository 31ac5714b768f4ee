/** 16 bytes as lower-case text `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`, as Postgres prints a `uuid`. */
export type Uuid = string;

/** `length` random bytes from a cryptographic source. */
export type RandomBytes = (length: number) => Uint8Array;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The uuid that no row has: what a malformed id becomes, so that it is answered like an absent one. */
export const NIL_UUID: Uuid = '00000000-0000-0000-0000-000000000000';

/** Text form of 16 bytes. */
export function uuidFromBytes(bytes: Uint8Array): Uuid {
  let hex = '';
  for (let index = 0; index < 16; index += 1) hex += HEX[bytes[index]!];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The 16 bytes of a uuid's text form. */
export function uuidToBytes(uuid: Uuid): Uint8Array {
  return Uint8Array.from(Buffer.from(uuid.replaceAll('-', ''), 'hex'));
}

/**
 * A version 7 uuid: 48 bits of Unix milliseconds, then 74 random bits.
 * @see RFC 9562 §5.7
 */
export function uuidv7(now: Date, random: RandomBytes): Uuid {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  const milliseconds = now.getTime();
  view.setUint32(0, Math.floor(milliseconds / 0x1_0000));
  view.setUint16(4, milliseconds % 0x1_0000);
  bytes.set(random(10), 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return uuidFromBytes(bytes);
}
