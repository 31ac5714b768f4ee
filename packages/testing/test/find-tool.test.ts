import { findTool } from '@veza/testing';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

describe('findTool', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'veza-tools-'));
    await writeFile(join(folder, 'sample-tool'), '');
    await chmod(join(folder, 'sample-tool'), 0o755);
    await writeFile(join(folder, 'no-program'), '', { mode: 0o644 });
  });
  afterEach(() => vi.unstubAllEnvs());
  afterAll(() => rm(folder, { recursive: true }));

  it('finds a program on PATH and nothing else', () => {
    vi.stubEnv('PATH', `/nowhere:${folder}`);
    expect(findTool('sample-tool')).toBe(join(folder, 'sample-tool'));
    expect(findTool('no-program')).toBeUndefined();
    expect(findTool('absent')).toBeUndefined();
  });

  it('turns a missing tool into a failure where it is required', () => {
    vi.stubEnv('PATH', folder);
    vi.stubEnv('VEZA_TEST_REQUIRE', 'absent, redis');
    expect(() => findTool('absent')).toThrow('absent is not on PATH');
    expect(() => findTool('redis-server')).toThrow('redis-server is not on PATH');
    expect(findTool('nats-server')).toBeUndefined();
  });
});
