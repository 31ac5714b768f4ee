import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lateJoiner, tellingOf } from './late-joiner.ts';
import { startVezaProcess, temporaryFolder, type VezaProcess } from './veza-process.ts';

describe('whoever follows a channel late', () => {
  const folder = temporaryFolder('late-joiner');
  let veza: VezaProcess;
  beforeAll(async () => void (veza = await startVezaProcess({ dataDir: folder.path })), 90_000);
  afterAll(async () => {
    await veza?.[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  it('is given no text from memory that was edited or deleted since, nor a quotation of it', async () => {
    expect(tellingOf(await lateJoiner(veza.url))).toEqual([
      ['hello', undefined],
      ['harmless', undefined],
      ['', undefined],
      ['and I say', 'harmless'],
      ['or not', ''],
      ['harmless', undefined],
      [undefined, undefined],
    ]);
  }, 60_000);
});
