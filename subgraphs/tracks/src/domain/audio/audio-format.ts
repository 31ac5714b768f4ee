/** A kind of file that we know by its first bytes, and what may be used to read it. */
export interface AudioFormat {
  /** Name of FFmpeg's demuxer, which is forced. */
  readonly demuxer: string;
  readonly contentType: string;
  /** FFmpeg decoders that may run on it; everything else is refused, whatever the file asks for. */
  readonly decoders: readonly string[];
  /** Whether the container says how long it is; otherwise its length is a guess from the bit rate. */
  readonly statesLength: boolean;
}

const PCM = [
  'pcm_u8',
  'pcm_s8',
  'pcm_s16le',
  'pcm_s16be',
  'pcm_s24le',
  'pcm_s24be',
  'pcm_s32le',
  'pcm_s32be',
  'pcm_f32le',
  'pcm_f32be',
  'pcm_f64le',
  'pcm_f64be',
  'pcm_alaw',
  'pcm_mulaw',
];
const MP3 = ['mp3float', 'mp3'];

/** Every format that we accept. */
export const AUDIO_FORMATS = {
  wav: { demuxer: 'wav', contentType: 'audio/wav', decoders: [...PCM, 'adpcm_ms', 'adpcm_ima_wav'], statesLength: true },
  aiff: { demuxer: 'aiff', contentType: 'audio/aiff', decoders: PCM, statesLength: true },
  flac: { demuxer: 'flac', contentType: 'audio/flac', decoders: ['flac'], statesLength: true },
  ogg: { demuxer: 'ogg', contentType: 'audio/ogg', decoders: ['vorbis', 'libvorbis', 'opus', 'libopus', 'flac'], statesLength: true },
  mov: {
    demuxer: 'mov',
    contentType: 'audio/mp4',
    decoders: ['aac', 'alac', ...MP3, 'flac', 'opus', 'libopus', ...PCM],
    statesLength: true,
  },
  mp3: { demuxer: 'mp3', contentType: 'audio/mpeg', decoders: MP3, statesLength: false },
  aac: { demuxer: 'aac', contentType: 'audio/aac', decoders: ['aac'], statesLength: false },
  matroska: {
    demuxer: 'matroska',
    contentType: 'audio/webm',
    decoders: ['vorbis', 'libvorbis', 'opus', 'libopus', 'aac', 'flac', ...MP3, ...PCM],
    statesLength: true,
  },
  caf: { demuxer: 'caf', contentType: 'audio/x-caf', decoders: ['aac', 'alac', 'opus', 'libopus', 'flac', ...PCM], statesLength: true },
} as const satisfies Readonly<Record<string, AudioFormat>>;

/** Key of a format that we accept. */
export type AudioFormatName = keyof typeof AUDIO_FORMATS;

/** Codecs that keep every bit, by FFmpeg's names: a rung of any bit rate is worth making of them. */
export function isLossless(codec: string): boolean {
  return codec.startsWith('pcm_') || codec === 'flac' || codec === 'alac';
}
