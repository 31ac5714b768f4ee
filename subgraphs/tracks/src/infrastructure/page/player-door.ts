import type { FastifyInstance } from 'fastify';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const SCRIPT = 'text/javascript; charset=utf-8';
const ours = (name: string) => fileURLToPath(new URL(`../../../player/${name}`, import.meta.url));

/** Names of the player's files, where they lie, and what they are. */
const FILES = [
  { name: 'player.js', path: ours('player.js'), type: SCRIPT },
  { name: 'player.css', path: ours('player.css'), type: 'text/css; charset=utf-8' },
  { name: 'hls.js', path: createRequire(import.meta.url).resolve('hls.js/dist/hls.light.min.mjs'), type: SCRIPT },
];
/** Seconds that the player may be kept; a newer Veza brings a newer one. */
const PLAYER_SECONDS = 3_600;

/** The door `/player`: scripts and styles of the pages. Each is read when it is first asked for. */
export async function playerDoor(server: FastifyInstance): Promise<void> {
  for (const { name, path, type } of FILES) {
    let text: Promise<string> | undefined;
    server.get(`/player/${name}`, async (_request, reply) => {
      text ??= readFile(path, 'utf8');
      const headers = { 'cache-control': `public, max-age=${PLAYER_SECONDS}`, 'x-content-type-options': 'nosniff' };
      return reply
        .headers(headers)
        .type(type)
        .send(await text);
    });
  }
}
