import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { InvalidConfig, readConfig } from './read-config.ts';

const shape = z.object({
  PORT: z.coerce.number().int().max(65_535).default(4000),
  KIND: z.enum(['a', 'b']).optional(),
  SECRET: z.string().min(4),
});

function failure(env: NodeJS.ProcessEnv): InvalidConfig {
  try {
    readConfig(shape, env);
  } catch (error) {
    if (error instanceof InvalidConfig) return error;
  }
  throw new Error('the configuration was accepted');
}

describe('readConfig', () => {
  it('gives defaults to what is unset or empty, and freezes', () => {
    const config = readConfig(shape, { SECRET: 'sesame', PORT: '' });
    expect(config).toEqual({ PORT: 4000, SECRET: 'sesame' });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('names every bad variable at once and never shows a value', () => {
    const { message, variables } = failure({ PORT: '70000', KIND: 'xyzzy', SECRET: 'abc' });
    expect(variables).toEqual(['PORT', 'KIND', 'SECRET']);
    expect(message).not.toMatch(/70000|xyzzy|abc/);
    expect(message).toContain('KIND: must be one of a, b');
    expect(failure({}).message).toContain('SECRET: is required');
  });

  it('reads a secret from the file that its twin names', () => {
    const folder = mkdtempSync(join(tmpdir(), 'veza-config-'));
    writeFileSync(join(folder, 'secret'), 'sesame\n');
    expect(readConfig(shape, { SECRET_FILE: join(folder, 'secret') }).SECRET).toBe('sesame');
    rmSync(folder, { recursive: true });
    expect(failure({ SECRET_FILE: join(folder, 'secret') }).variables).toContain('SECRET_FILE');
  });
});
