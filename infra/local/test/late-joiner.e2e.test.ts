import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lateJoiner } from './late-joiner.ts';
import { startVezaProcess, temporaryFolder, type VezaProcess } from './veza-process.ts';

describe('whoever follows a channel late', () => {
  const folder = temporaryFolder('late-joiner');
  let veza: VezaProcess;
  beforeAll(async () => void (veza = await startVezaProcess({ dataDir: folder.path })), 90_000);
  afterAll(async () => {
    await veza?.[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  it('is given no text from memory that was edited or deleted since', async () => {
    expect((await lateJoiner(veza.url)).map(({ __typename, message }) => [__typename, message?.content])).toEqual([
      ['MessageSent', 'harmless'],
      ['MessageSent', ''],
      ['MessageEdited', 'harmless'],
      ['MessageDeleted', undefined],
    ]);
  }, 60_000);
});
