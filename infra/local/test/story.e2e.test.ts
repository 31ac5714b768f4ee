import { describe, expect, it } from 'vitest';
import { firstLight } from '../story/first-light.ts';
import { storyTeller } from '../story/steps.ts';
import { startVezaProcess, temporaryFolder } from './veza-process.ts';

describe('the first five minutes with Veza', () => {
  it('go as the story tells them, from an empty folder to a clean stop', async () => {
    using folder = temporaryFolder('story');
    const veza = await startVezaProcess({ dataDir: folder.path });
    const teller = storyTeller(() => undefined);
    try {
      await firstLight(veza.url, teller);
    } finally {
      expect(await veza.end('SIGINT'), veza.output()).toBe(0);
    }
    expect(teller.steps.map(({ name }) => name)).toContain('ProfilePage: four subgraphs, one request');
  }, 300_000);
});
