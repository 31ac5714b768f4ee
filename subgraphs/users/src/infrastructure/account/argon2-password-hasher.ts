import { createHmac } from 'node:crypto';
import { hash as argon2Hash, verify as argon2Verify } from '@node-rs/argon2';
import type { PasswordHasher } from '../../application/account/ports.ts';
import { normalisePassword } from '../../domain/password.ts';
import { boundedQueue, type QueueBounds } from './bounded-queue.ts';

/** A secret that is mixed into passwords before they are hashed and is kept outside the database. */
export interface Pepper {
  /** At most 16 of `a-z 0-9`; it stands before each hash. */
  readonly id: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** OWASP's minimum for argon2id, which is the library's default kind: 19 MiB, 2 passes, 1 lane. @see RFC 9106 */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const CURRENT_FORM = `$argon2id$v=19$m=${PARAMETERS.memoryCost},t=${PARAMETERS.timeCost},p=${PARAMETERS.parallelism}$`;

/**
 * argon2id over HMAC-SHA-256(pepper, password); stored as `<pepper id>:<PHC string>`.
 * Hashing shares libuv's threads with file and name look-ups, so only a few run at once.
 * @param options.peppers the first one is used for new hashes; the others are still understood
 */
export function argon2PasswordHasher(options: {
  readonly peppers: readonly [Pepper, ...Pepper[]];
  readonly bounds: QueueBounds;
}): PasswordHasher {
  const { peppers, bounds } = options;
  const [current] = peppers;
  const queued = boundedQueue(bounds);
  const seasoned = (password: string, { key }: Pepper) => createHmac('sha256', key).update(normalisePassword(password)).digest('base64');
  const hashNow = async (password: string) => `${current.id}:${await argon2Hash(seasoned(password, current), PARAMETERS)}`;
  let decoy: Promise<string> | undefined;

  const verifyNow = async (password: string, stored: string | undefined) => {
    // Made for known accounts too, so that the first unknown one does not take twice as long.
    const unmatchable = await (decoy ??= hashNow('no account has this password'));
    const [pepperId, phc] = splitOnce(stored ?? unmatchable);
    const pepper = peppers.find(({ id }) => id === pepperId);
    if (!pepper) throw new Error(`pepper ${pepperId} of a stored password is not configured`);
    const matches = await argon2Verify(phc, seasoned(password, pepper));
    return { matches: matches && stored !== undefined, isOutdated: pepper !== current || !phc.startsWith(CURRENT_FORM) };
  };

  return {
    hash: (password) => queued(() => hashNow(password)),
    verify: (password, hash) => queued(() => verifyNow(password, hash)),
  };
}

function splitOnce(stored: string): readonly [string, string] {
  const at = stored.indexOf(':');
  return [stored.slice(0, at), stored.slice(at + 1)];
}
