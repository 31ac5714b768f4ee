import { describeTranscoder } from '@veza/tracks/transcoder-contract';
import { nodeAvTranscoder } from '../src/transcoder/node-av-transcoder.ts';

describeTranscoder('node-av', async () => {
  const transcoder = await nodeAvTranscoder();
  if (!transcoder) throw new Error('node-av is not installed');
  return transcoder;
});
