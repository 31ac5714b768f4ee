import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTool } from './find-tool.ts';
import { waitUntil } from './wait-until.ts';

const MEDIA_CONF = new URL('../../../infra/nginx/media.conf', import.meta.url);

/** This machine's nginx; undefined without one. */
export const nginxHere = findTool('nginx');

/** A running nginx with one worker. */
export interface Nginx {
  /** What it wrote into its access log so far; only where the configuration writes one. */
  accessLog(): Promise<string>;
  /** Of the master; the worker is its child. */
  readonly pid: number;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts nginx. It must be there, see `nginxHere`.
 * @param http what stands inside `http { }`, given a folder of its own for files; it listens on `port` of loopback
 */
export async function startNginx(port: number, http: (folder: string) => string): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), 'veza-nginx-'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
  // Workers of a root's nginx become nobody else, for the folder is this user's alone.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const main = join(folder, 'nginx.conf');
  await writeFile(
    main,
    `${user} worker_processes 1; daemon off; pid ${folder}/pid; error_log stderr crit; events { worker_connections 4096; }
     http { ${temporary} include /etc/nginx/mime.types; ${http(folder)} }`,
  );
  const child = spawn(nginxHere!, ['-c', main, '-p', folder, '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const exited = once(child, 'exit');
  await waitUntil(async () => {
    if (child.exitCode !== null) throw new Error(`nginx did not start: ${said}`);
    return fetch(`http://127.0.0.1:${port}/internal/`).then(
      () => true,
      () => false,
    );
  });
  return {
    pid: child.pid!,
    accessLog: () => readFile(join(folder, 'veza.log'), 'utf8'),
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Starts nginx with the configuration that Veza ships, in front of a port of this machine. @param port where it listens */
export async function nginxInFront(port: number, upstreamPort: number): Promise<Nginx> {
  const shipped = await readFile(MEDIA_CONF, 'utf8');
  return startNginx(port, (folder) =>
    shipped
      .replace('server 127.0.0.1:4000;', `server 127.0.0.1:${upstreamPort};`)
      .replace('listen 8080;', `listen 127.0.0.1:${port};`)
      .replaceAll('/var/cache/nginx', folder)
      .replaceAll('/var/log/nginx', folder),
  );
}
