import { describe, expect, it } from 'vitest';
import { banner } from './banner.ts';

const running = { url: 'http://localhost:4000', graphiql: true, dataDir: '/data', transcoder: 'ffmpeg-cli', milliseconds: 2345 };

describe('the block that the start prints', () => {
  it('says where everything is and how to stop', () => {
    const text = banner(running);
    for (const part of ['2.3 s', 'http://localhost:4000/graphiql', '/data', '/data/mail', 'ffmpeg-cli', 'Ctrl-C'])
      expect(text).toContain(part);
  });

  it('warns when nothing can make audio playable, and shows no GraphiQL that is off', () => {
    const text = banner({ ...running, graphiql: false, transcoder: undefined });
    expect(text).toContain('no transcoder found');
    expect(text).not.toContain('graphiql');
  });
});
