import { describe } from 'vitest';
import { findTool } from '@veza/testing';
import { ffmpegCliTranscoder } from '../src/infrastructure/transcoder/ffmpeg-cli-transcoder.ts';
import { describePictures } from './picture-contract.ts';
import { describeTranscoder } from './transcoder-contract.ts';

const ffmpeg = findTool('ffmpeg');

describe.skipIf(ffmpeg === undefined)('with ffmpeg on PATH', () => {
  describeTranscoder('ffmpeg-cli', () => ffmpegCliTranscoder(ffmpeg ?? ''));
  describePictures('ffmpeg-cli', () => ffmpegCliTranscoder(ffmpeg ?? ''));
});
