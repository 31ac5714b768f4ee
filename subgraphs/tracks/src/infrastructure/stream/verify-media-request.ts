import { isSameMac, macInput, type MediaRequest, type MediaScope, parseMediaPath, shortMac, tokenProblem } from '@veza/media-token';
import type { MediaKeyRing } from './media-key-ring.ts';
import type { MediaRevocations } from './media-revocations.ts';

/** Codes of refused media requests. */
export type MediaProblem = 'MEDIA_TOKEN_INVALID' | 'MEDIA_TOKEN_EXPIRED' | 'MEDIA_TOKEN_REVOKED';

/** What verifying needs. */
export interface MediaVerifier {
  readonly rings: Readonly<Record<MediaScope, MediaKeyRing>>;
  readonly revocations: MediaRevocations;
  readonly nowMs: () => number;
}

/**
 * Takes a raw request target apart and checks its token: grammar, signature, life, revocation, in this order.
 * Everything that was not signed here is MEDIA_TOKEN_INVALID, so that guessing tells nothing.
 */
export async function verifyMediaRequest(
  target: string,
  { rings, revocations, nowMs }: MediaVerifier,
): Promise<MediaRequest | MediaProblem> {
  const request = parseMediaPath(target);
  const key = request && (await rings[request.token.scope].find(request.token.kid));
  if (!request || !key) return 'MEDIA_TOKEN_INVALID';
  const { token, mac, aid } = request;
  if (!isSameMac(shortMac(key.secret, macInput(token, aid)), mac)) return 'MEDIA_TOKEN_INVALID';
  const problem = tokenProblem(token, nowMs());
  if (problem) return problem;
  return revocations.isRevoked(request) ? 'MEDIA_TOKEN_REVOKED' : request;
}
