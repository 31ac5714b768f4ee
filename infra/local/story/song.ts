/** A song to upload: 16-bit PCM in a WAV file, made by arithmetic, so that no recording has to be shipped. */
export interface SongShape {
  readonly seconds: number;
  /** Samples per second, default 44,100. */
  readonly sampleRate?: number;
  /** Frequency of the lowest voice in hertz, default 220. */
  readonly root?: number;
}

const HEADER_BYTES = 44;
const CHANNELS = 2;
const BYTES_PER_SAMPLE = 2;
/** A minor seventh chord, as ratios to the root. */
const CHORD = [1, 6 / 5, 3 / 2, 9 / 5];

/** @see http://soundfile.sapp.org/doc/WaveFormat/ for the layout */
function wavHeader(dataBytes: number, sampleRate: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF', 0);
  header.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(CHANNELS, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * CHANNELS * BYTES_PER_SAMPLE, 28);
  header.writeUInt16LE(CHANNELS * BYTES_PER_SAMPLE, 32);
  header.writeUInt16LE(BYTES_PER_SAMPLE * 8, 34);
  header.write('data', 36);
  header.writeUInt32LE(dataBytes, 40);
  return header;
}

/** A chord that swells once a second, a little wider on the right than on the left. */
export function wavSong({ seconds, sampleRate = 44_100, root = 220 }: SongShape): Buffer {
  const frames = Math.round(seconds * sampleRate);
  const data = Buffer.alloc(frames * CHANNELS * BYTES_PER_SAMPLE);
  for (let frame = 0; frame < frames; frame += 1) {
    const time = frame / sampleRate;
    const swell = 0.15 + 0.1 * Math.sin(2 * Math.PI * time);
    for (let channel = 0; channel < CHANNELS; channel += 1) {
      let voice = 0;
      for (const ratio of CHORD) voice += Math.sin(2 * Math.PI * root * ratio * (1 + channel * 0.002) * time);
      data.writeInt16LE(Math.round(voice * swell * 0.8 * 32_767 * 0.5), (frame * CHANNELS + channel) * BYTES_PER_SAMPLE);
    }
  }
  return Buffer.concat([wavHeader(data.length, sampleRate), data]);
}
