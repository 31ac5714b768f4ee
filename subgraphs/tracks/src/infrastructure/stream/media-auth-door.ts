import type { FastifyInstance } from 'fastify';
import type { MediaRequest } from '@veza/media-token';
import { type MediaVerifier, verifyMediaRequest } from './verify-media-request.ts';

/** Where a server in front asks whether it may send a media file. */
const MEDIA_AUTH_PATH = '/internal/media-auth';

/** What the door stands on. */
export interface MediaAuthDoorOptions extends MediaVerifier {
  /** Told of every file that the server in front begins to send. */
  readonly onDelivery: (request: MediaRequest, at: Date) => void;
}

const oneOf = (header: string | string[] | undefined): string => (typeof header === 'string' ? header : '');

/**
 * The question of a server in front that sends the bytes itself: is the token in `X-Original-URI` good for what it names?
 * 204 with `X-Media-Max-Age`, the seconds that the token still lives; 403 else, without a reason, which `/m` itself tells.
 * The answer may be kept for 2 s for a token and its file: a revocation is then heard of within 5 s, and every file that is sent has been asked
 * about once, so it is evidence of a listen. The door tells nothing that `/m` would not tell.
 * @see https://nginx.org/en/docs/http/ngx_http_auth_request_module.html
 */
export function mediaAuthDoor({ onDelivery, ...verifier }: MediaAuthDoorOptions) {
  return async (server: FastifyInstance): Promise<void> => {
    server.get(MEDIA_AUTH_PATH, { logLevel: 'silent' }, async ({ headers }, reply) => {
      const verified = await verifyMediaRequest(oneOf(headers['x-original-uri']), verifier);
      void reply.header('cache-control', 'no-store');
      if (typeof verified === 'string') return reply.code(403).send();
      const nowMs = verifier.nowMs();
      if (headers['x-original-method'] === 'GET') onDelivery(verified, new Date(nowMs));
      return reply
        .code(204)
        .header('x-media-max-age', Math.max(0, verified.token.expiresAt - Math.floor(nowMs / 1000)))
        .send();
    });
  };
}
