import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Listener } from '../../application/stream/ports.ts';
import { derivedKey } from './sealed-secret.ts';

/** What of a listener stands in a token: nothing that tells who they are. */
export interface ListenerPseudonyms {
  /** 16 characters; the same for all tracks of a login session. */
  readonly sid: string;
  /** 16 characters; of somebody who is not signed in it changes every day. */
  readonly lid: string;
}

const PSEUDONYM_BYTES = 12;
/** Parts of an address that name a network: /24 of IPv4, /48 of IPv6. */
const V4_PARTS = 3;
const V6_PARTS = 3;

/** The network of an address; people behind one router are one listener. */
function networkOf(address: string | undefined): string {
  if (address === undefined) return 'unknown';
  return isIPv6(address) ? address.split(':').slice(0, V6_PARTS).join(':') : address.split('.').slice(0, V4_PARTS).join('.');
}

const pseudonym = (key: Uint8Array, text: string) =>
  createHmac('sha256', key).update(text).digest().subarray(0, PSEUDONYM_BYTES).toString('base64url');

/** Makes the `sid` that stands in every token of a login session, from its id and a secret of 32 bytes. */
export function sessionPseudonym(secret: Uint8Array): (sessionId: string) => string {
  const sidKey = derivedKey(secret, 'veza.media.sid');
  return (sessionId) => pseudonym(sidKey, sessionId);
}

/** Makes pseudonyms with keys derived from one secret of 32 bytes. */
export function listenerPseudonyms(secret: Uint8Array): (listener: Listener, at: Date) => ListenerPseudonyms {
  const sidOf = sessionPseudonym(secret);
  const lidKey = derivedKey(secret, 'veza.media.lid');
  return ({ sessionId, userId, clientAddress }, at) => {
    const day = at.toISOString().slice(0, 10);
    const lid = pseudonym(lidKey, userId ?? `${day} ${networkOf(clientAddress)}`);
    return { lid, sid: sidOf(sessionId ?? lid) };
  };
}
