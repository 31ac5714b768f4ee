/** What a token opens: `f` the full stream, `d` the original file, `a` a file that came with a message. Each scope has a key ring of its own. */
export type MediaScope = 'f' | 'd' | 'a';

/** Every scope. */
export const MEDIA_SCOPES: readonly MediaScope[] = ['f', 'd', 'a'];

/** The parts of a token, as they stand in the path. @see the grammar beside `MEDIA_PATH` */
export interface MediaToken {
  /** Id of the key inside the ring of its scope. */
  readonly kid: string;
  readonly scope: MediaScope;
  /** Unix milliseconds. */
  readonly issuedAtMs: number;
  /** Unix seconds. */
  readonly expiresAt: number;
  /** Pseudonym of the login session, the same for all tracks of a session; in scope `a` of the channel. */
  readonly sid: string;
  /** Pseudonym of the listener; in scope `a` of the channel, so that an address is the same for everybody in it. */
  readonly lid: string;
}

/** A request for a media file, taken apart. */
export interface MediaRequest {
  readonly token: MediaToken;
  /** Signature as it stands in the path: 22 characters of base64url, 16 bytes. */
  readonly mac: string;
  /** Public key of an asset version. */
  readonly aid: string;
  readonly file: string;
}

/** Seconds that a token of a stream, and so any token, lives at most. */
export const MAX_TOKEN_SECONDS = 6 * 3600;
/** Seconds that a token of a download lives. */
export const DOWNLOAD_TOKEN_SECONDS = 15 * 60;
/** Seconds that a token of an attachment lives. */
export const ATTACHMENT_TOKEN_SECONDS = 3600;
const LONGEST_SECONDS: Readonly<Record<MediaScope, number>> = {
  f: MAX_TOKEN_SECONDS,
  d: DOWNLOAD_TOKEN_SECONDS,
  a: ATTACHMENT_TOKEN_SECONDS,
};

/** Name of the only file that a download or an attachment opens; a stream has names with endings. */
export const ONE_FILE = 'file';

/** One anchored expression over the raw request target: no decoding, no normalisation; a query is ignored. */
const MEDIA_PATH =
  /^\/m\/v1\.([a-z0-9]{1,8})\.([fda])\.([1-9][0-9]{12})\.([1-9][0-9]{9})\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{22})\/([a-z0-9]{26})\/([a-z0-9-]{1,40}\.(?:m3u8|mpd|mp4|m4s)|file)(?:\?.*)?$/;

/** Takes a raw request target apart; undefined for everything that is not exactly a media path. */
export function parseMediaPath(target: string): MediaRequest | undefined {
  const match = MEDIA_PATH.exec(target);
  if (!match) return undefined;
  if ((match[2] === 'f') === (match[9] === ONE_FILE)) return undefined;
  const [, kid, scope, iat, exp, sid, lid, mac, aid, file] = match as unknown as readonly string[];
  return {
    token: { kid: kid!, scope: scope as MediaScope, issuedAtMs: Number(iat), expiresAt: Number(exp), sid: sid!, lid: lid! },
    mac: mac!,
    aid: aid!,
    file: file!,
  };
}

/** The bytes that are signed: every part of the token, and the asset, so that a token fits one asset only. */
export function macInput({ kid, scope, issuedAtMs, expiresAt, sid, lid }: MediaToken, aid: string): string {
  return ['veza.media.v1', kid, scope, issuedAtMs, expiresAt, sid, lid, aid].join('\n');
}

/** The path of a media folder, without an ending slash: `/m/<token>/<aid>`. */
export function mediaPath({ kid, scope, issuedAtMs, expiresAt, sid, lid }: MediaToken, mac: string, aid: string): string {
  return `/m/v1.${kid}.${scope}.${issuedAtMs}.${expiresAt}.${sid}.${lid}.${mac}/${aid}`;
}

/** Why a signed token is refused at an instant; undefined when it is good. A life beyond the longest is no token of ours. */
export function tokenProblem(token: MediaToken, nowMs: number): 'MEDIA_TOKEN_EXPIRED' | 'MEDIA_TOKEN_INVALID' | undefined {
  const lifeMs = token.expiresAt * 1000 - token.issuedAtMs;
  if (lifeMs <= 0 || lifeMs > (LONGEST_SECONDS[token.scope] + 1) * 1000) return 'MEDIA_TOKEN_INVALID';
  return token.expiresAt * 1000 <= nowMs ? 'MEDIA_TOKEN_EXPIRED' : undefined;
}
