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
    expect(message).not.toContain('\n');
    expect(failure({}).message).toContain('SECRET: is required');
    expect(failure({ SECRET: '' }).message).toContain('SECRET: is required');
  });

  it.each([
    [z.coerce.number(), 'abcdef', 'must be a number'],
    [z.coerce.number().min(5), '4', 'must be at least 5'],
    [z.coerce.number().max(5), '612', 'must be at most 5'],
    [z.string().min(9), 'abcdef', 'must be at least 9 characters long'],
    [z.url(), 'abcdef', 'must be a url'],
    [z.string().refine((text) => text.startsWith('file:'), 'must begin with file:'), 'abcdef', 'must begin with file:'],
    [z.union([z.literal('a'), z.literal('b')]), 'abcdef', 'has a value that is not accepted'],
  ])('says what is wrong and not with what', (kind, value, problem) => {
    let message = '';
    try {
      readConfig(z.object({ NAME: kind }), { NAME: value });
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain(`NAME: ${problem}`);
    expect(message).not.toContain(value);
  });

  it('reads a secret from the file that its twin names', () => {
    const folder = mkdtempSync(join(tmpdir(), 'veza-config-'));
    writeFileSync(join(folder, 'secret'), 'sesame\n');
    expect(readConfig(shape, { SECRET_FILE: join(folder, 'secret') }).SECRET).toBe('sesame');
    rmSync(folder, { recursive: true });
    expect(failure({ SECRET_FILE: join(folder, 'secret') }).variables).toContain('SECRET_FILE');
  });
});
