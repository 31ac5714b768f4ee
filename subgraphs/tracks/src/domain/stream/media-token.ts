/** What a token opens: `f` the full stream, `d` the original file. Each scope has a key ring of its own. */
export type MediaScope = 'f' | 'd';

/** Every scope. */
export const MEDIA_SCOPES: readonly MediaScope[] = ['f', 'd'];

/** The parts of a token, as they stand in the path. @see the grammar beside `MEDIA_PATH` */
export interface MediaToken {
  /** Id of the key inside the ring of its scope. */
  readonly kid: string;
  readonly scope: MediaScope;
  /** Unix milliseconds. */
  readonly issuedAtMs: number;
  /** Unix seconds. */
  readonly expiresAt: number;
  /** Pseudonym of the login session: the same for all tracks of a session. */
  readonly sid: string;
  /** Pseudonym of the listener. */
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

/** Seconds that a token of a stream lives at most. */
export const MAX_TOKEN_SECONDS = 6 * 3600;
const MIN_TOKEN_SECONDS = 15 * 60;
/** Seconds that a token of a download lives. */
export const DOWNLOAD_TOKEN_SECONDS = 15 * 60;
const LONGEST_SECONDS: Readonly<Record<MediaScope, number>> = { f: MAX_TOKEN_SECONDS, d: DOWNLOAD_TOKEN_SECONDS };

/** Name of the file that a download opens; a stream has names with endings. */
const ORIGINAL = 'file';

/** One anchored expression over the raw request target: no decoding, no normalisation; a query is ignored. */
const MEDIA_PATH =
  /^\/m\/v1\.([a-z0-9]{1,8})\.([fd])\.([1-9][0-9]{12})\.([1-9][0-9]{9})\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{22})\/([a-z0-9]{26})\/([a-z0-9-]{1,40}\.(?:m3u8|mpd|mp4|m4s)|file)(?:\?.*)?$/;

/** Takes a raw request target apart; undefined for everything that is not exactly a media path. */
export function parseMediaPath(target: string): MediaRequest | undefined {
  const match = MEDIA_PATH.exec(target);
  if (!match) return undefined;
  if ((match[2] === 'd') !== (match[9] === ORIGINAL)) return undefined;
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

/** The token as logs may show it. */
export function shownToken({ kid, scope }: MediaToken): string {
  return `v1.${kid}.${scope}.…`;
}

/** Seconds that a stream's token lives: twice the track, at least 15 minutes, at most 6 hours. */
export function tokenSeconds(durationMs: number): number {
  return Math.min(MAX_TOKEN_SECONDS, Math.max(MIN_TOKEN_SECONDS, Math.ceil((2 * durationMs) / 1000)));
}

/** Why a signed token is refused at an instant; undefined when it is good. A life beyond the longest is no token of ours. */
export function tokenProblem(token: MediaToken, nowMs: number): 'MEDIA_TOKEN_EXPIRED' | 'MEDIA_TOKEN_INVALID' | undefined {
  const lifeMs = token.expiresAt * 1000 - token.issuedAtMs;
  if (lifeMs <= 0 || lifeMs > (LONGEST_SECONDS[token.scope] + 1) * 1000) return 'MEDIA_TOKEN_INVALID';
  return token.expiresAt * 1000 <= nowMs ? 'MEDIA_TOKEN_EXPIRED' : undefined;
}
