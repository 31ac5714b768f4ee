import { describePictures } from '@veza/tracks/picture-contract';
import { describeTranscoder } from '@veza/tracks/transcoder-contract';
import { nodeAvTranscoder } from '../src/transcoder/node-av-transcoder.ts';

async function open() {
  const transcoder = await nodeAvTranscoder();
  if (!transcoder) throw new Error('node-av is not installed');
  return transcoder;
}

describeTranscoder('node-av', open);
describePictures('node-av', open);
