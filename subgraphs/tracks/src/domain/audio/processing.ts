/**
 * States of making a version of a track's audio ready. QUEUED is the first; a worker takes it to PROBING, TRANSCODING and PUBLISHING,
 * and one transaction from there to READY. Any working state goes to FAILED when the file is to blame, and back to QUEUED when its worker was lost.
 * FAILED for want of a transcoder goes back to QUEUED once there is one. READY and the other FAILED are final.
 */
export type ProcessingState = 'QUEUED' | 'PROBING' | 'TRANSCODING' | 'PUBLISHING' | 'READY' | 'FAILED';

/** Why a file did not become a track. */
export type ProcessingFailureCode =
  | 'UNSUPPORTED_FORMAT'
  | 'CORRUPT_MEDIA'
  | 'NO_AUDIO_STREAM'
  | 'TOO_SHORT'
  | 'TOO_LONG'
  | 'UNSUPPORTED_LAYOUT'
  | 'DECODED_SIZE_EXCEEDED'
  | 'PROCESSING_TIMEOUT'
  | 'PROCESSING_CRASHED'
  | 'TRANSCODER_UNAVAILABLE';

/** What everybody is told; the words of the tools stay in the logs. */
export const FAILURE_MESSAGES: Readonly<Record<ProcessingFailureCode, string>> = {
  UNSUPPORTED_FORMAT: 'The file is not in an audio format that we read: WAV, AIFF, FLAC, Ogg, MP4, MP3, AAC, Matroska or CAF.',
  CORRUPT_MEDIA: 'The file is damaged or incomplete.',
  NO_AUDIO_STREAM: 'The file holds no sound.',
  TOO_SHORT: 'The sound is shorter than a tenth of a second.',
  TOO_LONG: 'The sound is longer than four hours.',
  UNSUPPORTED_LAYOUT: 'The sound has more than eight channels, or a sample rate outside 8 to 192 kHz.',
  DECODED_SIZE_EXCEEDED: 'The sound is too large once it is decoded.',
  PROCESSING_TIMEOUT: 'Making the file ready took too long.',
  PROCESSING_CRASHED: 'The file could not be processed.',
  TRANSCODER_UNAVAILABLE: 'This installation cannot process audio at present; the file waits until it can.',
};

/** Progress, 0 to 1, at which each part of the work begins. Transcoding fills the range between its own and that of publishing. */
export const PROGRESS = { QUEUED: 0, PROBING: 0, TRANSCODING: 0.05, PUBLISHING: 0.95, READY: 1 } as const;

/** Progress of the whole when a fraction, 0 to 1, of the transcoding is done. */
export function transcodingProgress(fraction: number): number {
  const bounded = Math.min(1, Math.max(0, fraction));
  return PROGRESS.TRANSCODING + bounded * (PROGRESS.PUBLISHING - PROGRESS.TRANSCODING);
}

/** Whether nothing more will happen by itself. */
export function isFinal(state: ProcessingState): boolean {
  return state === 'READY' || state === 'FAILED';
}
