import { createHmac, timingSafeEqual } from 'node:crypto';

/** One part of a sort key: what Postgres can compare and JSON can carry. */
export type CursorKey = string | number | boolean | null;

/** Cursors longer than this are refused before they are decoded. */
export const MAX_CURSOR_LENGTH = 512;

const MAC_LENGTH = 10;
const VERSION = 1;

/** Makes and reads the opaque cursors of one connection. */
export interface CursorCodec {
  /** base64url of version, sort keys and a 10-byte HMAC over connection, filter and keys. */
  encode(keys: readonly CursorKey[]): string;
  /** The sort keys, or undefined when the cursor was edited, made elsewhere or made for another filter. */
  decode(cursor: string): readonly CursorKey[] | undefined;
}

/**
 * Cursors that only this connection, with this filter, accepts.
 * @param connection name of the connection, e.g. `Channel.messages:<channel id>`
 * @param filter everything that chooses the rows, as JSON
 */
export function cursorCodec(secret: Uint8Array, connection: string, filter: unknown = null): CursorCodec {
  const scope = `${connection}\n${JSON.stringify(filter)}\n`;
  const mac = (body: string) => createHmac('sha256', secret).update(scope).update(body).digest().subarray(0, MAC_LENGTH);
  return {
    encode(keys) {
      const body = JSON.stringify([VERSION, ...keys]);
      return Buffer.concat([mac(body), Buffer.from(body)]).toString('base64url');
    },
    decode(cursor) {
      if (cursor.length > MAX_CURSOR_LENGTH) return undefined;
      const bytes = Buffer.from(cursor, 'base64url');
      if (bytes.length <= MAC_LENGTH || bytes.toString('base64url') !== cursor) return undefined;
      const body = bytes.subarray(MAC_LENGTH).toString();
      if (!timingSafeEqual(mac(body), bytes.subarray(0, MAC_LENGTH))) return undefined;
      const [version, ...keys] = JSON.parse(body) as [number, ...CursorKey[]];
      return version === VERSION ? keys : undefined;
    },
  };
}
