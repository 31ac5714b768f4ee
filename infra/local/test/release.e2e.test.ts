import { findTool } from '@veza/testing';
import { describe, expect, it } from 'vitest';
import { startStoryServer } from '../story/story-server.ts';
import { recordRelease } from '../story/release/release.ts';
import { storyTeller } from '../story/steps.ts';

const canProcess = findTool('ffmpeg') !== undefined;

describe.skipIf(!canProcess)(`a record${canProcess ? '' : ' (skipped: no ffmpeg)'}`, () => {
  it('goes from its upload to its last day, over a crash, as the story tells', async () => {
    await using server = await startStoryServer(process.env);
    const teller = storyTeller(() => undefined);
    await recordRelease(server, teller);
    expect(teller.steps.map(({ name }) => name)).toEqual(expect.arrayContaining(['Tide is ready, once', 'DeleteTrack: Tide']));
  }, 240_000);
});
