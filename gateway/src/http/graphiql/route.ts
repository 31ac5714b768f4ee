import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { extname, join } from 'node:path';
import type { Log } from '@veza/telemetry';
import type { FastifyInstance } from 'fastify';
import { graphiqlBundle, type GraphiqlBundle } from './bundle.ts';
import { contentSecurityPolicy, graphiqlDocument, type GraphiqlTab } from './document.ts';

/** Where the page is. */
export const GRAPHIQL_PATH = '/graphiql';

/** What the page is served with. */
export interface GraphiqlOptions {
  readonly tabs: readonly GraphiqlTab[];
  readonly publicUrl: string;
  /** Answers the files; the first request waits until they are made. */
  readonly bundle: () => Promise<GraphiqlBundle>;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
};
const NONCE_BYTES = 16;

/** Makes the bundle at the first call, in a folder that lasts from one start to the next; a failure is not kept, so the next one tries again. */
export function bundleOnce(cacheFolder: string, log: Log): () => Promise<GraphiqlBundle> {
  let bundled: Promise<GraphiqlBundle> | undefined;
  return () => {
    bundled ??= graphiqlBundle(cacheFolder).catch((error: unknown) => {
      bundled = undefined;
      log.error('graphiql.bundle-failed', { error });
      throw error;
    });
    return bundled;
  };
}

/**
 * Mounts GraphiQL, and sends a browser there that opens `/`. Everything it loads comes from here: it works without the internet.
 */
export async function graphiqlRoutes(scope: FastifyInstance, options: GraphiqlOptions): Promise<void> {
  const { tabs, publicUrl, bundle } = options;
  const settings = { graphqlPath: '/graphql', schemaPath: '/schema.json', tabs };

  scope.get('/', (_request, reply) => reply.redirect(GRAPHIQL_PATH, 302));
  scope.get(GRAPHIQL_PATH, async (_request, reply) => {
    const { key } = await bundle();
    const nonce = randomBytes(NONCE_BYTES).toString('base64');
    reply.headers({ 'content-security-policy': contentSecurityPolicy(nonce, publicUrl), 'cache-control': 'no-store' });
    return reply.type('text/html; charset=utf-8').send(graphiqlDocument(settings, `${GRAPHIQL_PATH}/assets/${key}`, nonce));
  });
  scope.get<{ Params: { key: string; file: string } }>(`${GRAPHIQL_PATH}/assets/:key/:file`, async (request, reply) => {
    const { key, folder, files } = await bundle();
    const { file } = request.params;
    if (request.params.key !== key || !files.has(file)) return reply.callNotFound();
    reply.headers({ 'cache-control': 'public, max-age=31536000, immutable' });
    return reply.type(CONTENT_TYPES[extname(file)] ?? 'application/octet-stream').send(createReadStream(join(folder, file)));
  });
}
