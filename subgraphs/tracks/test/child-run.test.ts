import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { waitUntil } from '@veza/testing';
import { runChild } from '../src/infrastructure/transcoder/child-run.ts';
import { openSandbox } from '../src/infrastructure/transcoder/sandbox.ts';

const never = new AbortController().signal;
const generous = { cpuSeconds: 60, outputFileBytes: 1024 ** 2, openFiles: 256 };

function node(
  script: string,
  options: {
    readonly command?: (words: readonly string[]) => readonly string[];
    readonly wallMs?: number;
    readonly signal?: AbortSignal;
  } = {},
) {
  const words = [process.execPath, '-e', script];
  let output = '';
  const running = runChild({
    command: options.command?.(words) ?? words,
    workingFolder: tmpdir(),
    wallMs: options.wallMs ?? 20_000,
    onOutput: (chunk) => (output += chunk.toString()),
    signal: options.signal ?? never,
  });
  return running.then((end) => ({ ...end, output }));
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a child process', () => {
  it('knows nothing of the environment of this one', async () => {
    process.env['VEZA_TEST_SECRET'] = 'hunter2';
    const { output, exitCode } = await node('console.log(JSON.stringify(process.env))');
    delete process.env['VEZA_TEST_SECRET'];
    expect(exitCode).toBe(0);
    expect(Object.keys(JSON.parse(output) as object).toSorted()).toEqual(['LANG', 'PATH']);
  });

  it('is killed when its time is over, with everything that it started', async () => {
    const script =
      'const c = require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]); console.log(c.pid); setInterval(() => {}, 1000)';
    const { timedOut, killedBy, output } = await node(script, { wallMs: 4_000 });
    expect([timedOut, killedBy]).toEqual([true, 'SIGKILL']);
    await waitUntil(() => !isAlive(Number(output)));
  });

  it('is killed when nobody waits for it any more', async () => {
    const stop = new AbortController();
    const running = node('console.log(1); setInterval(() => {}, 1000)', { signal: stop.signal });
    setTimeout(() => stop.abort(new Error('enough')), 300);
    await expect(running).rejects.toThrow('enough');
  });

  it('keeps the last of what it complains about', async () => {
    const { errors } = await node('process.stderr.write("x".repeat(40000) + "the end")');
    expect(errors).toHaveLength(16 * 1024);
    expect(errors.endsWith('the end')).toBe(true);
  });
});

describe('behind the walls of this machine', async () => {
  const sandbox = await openSandbox();
  const walled = (limits: Partial<typeof generous> = {}) => ({
    command: (words: readonly string[]) => sandbox.wrap(words, { ...generous, ...limits }),
  });

  it.skipIf(!sandbox.walls.includes('no-network'))('a child reaches nobody, not even this machine', async () => {
    const server = createServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const script = `fetch('http://127.0.0.1:${(server.address() as AddressInfo).port}').then((r) => r.text()).then(console.log, () => console.log('nobody'))`;
    const [free, behind] = [await node(script), await node(script, walled())];
    server.close();
    expect([free.output, behind.output]).toEqual(['hello\n', 'nobody\n']);
  });

  it.skipIf(!sandbox.walls.includes('limits'))('a child has only so much processor time and so large files', async () => {
    const busy = await node('for (;;);', walled({ cpuSeconds: 1 }));
    expect([busy.timedOut, busy.exitCode]).toEqual([false, null]);
    const file = `${tmpdir()}/veza-large-${process.pid}`;
    const large = await node(
      `const fs = require('node:fs'); try { fs.writeFileSync(${JSON.stringify(file)}, Buffer.alloc(2e6)); console.log('written') } finally { fs.rmSync(${JSON.stringify(file)}, { force: true }) }`,
      walled(),
    );
    expect(large.output).not.toContain('written');
  });
});
