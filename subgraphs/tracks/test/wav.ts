/** A recording to be written by hand. */
export interface WavShape {
  readonly seconds: number;
  /** Samples per second, default 48,000. */
  readonly sampleRate?: number;
  /** 1 to 8, default 2. */
  readonly channels?: number;
  /** Peak of the sine, 0 to 1, default 0.25. */
  readonly amplitude?: number;
  /** Turns every second channel upside down, so that their sum is silent. */
  readonly isOpposite?: boolean;
}

const HEADER_BYTES = 44;
const HERTZ = 1_000;

function header(dataBytes: number, channels: number, sampleRate: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(channels, 22);
  bytes.writeUInt32LE(sampleRate, 24);
  bytes.writeUInt32LE(sampleRate * channels * 2, 28);
  bytes.writeUInt16LE(channels * 2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(dataBytes, 40);
  return bytes;
}

type SampleAt = (frame: number, channel: number) => number;

function pcmFile(frames: number, channels: number, sampleRate: number, sampleAt: SampleAt): Buffer {
  const data = Buffer.alloc(frames * channels * 2);
  for (let frame = 0; frame < frames; frame += 1) {
    for (let channel = 0; channel < channels; channel += 1) {
      data.writeInt16LE(Math.round(32_767 * sampleAt(frame, channel)), (frame * channels + channel) * 2);
    }
  }
  return Buffer.concat([header(data.length, channels, sampleRate), data]);
}

/** A sine of 1 kHz as 16-bit PCM in a WAV file. */
export function wavFile({ seconds, sampleRate = 48_000, channels = 2, amplitude = 0.25, isOpposite = false }: WavShape): Buffer {
  const sine: SampleAt = (frame, channel) =>
    amplitude * Math.sin((2 * Math.PI * HERTZ * frame) / sampleRate) * (isOpposite && channel % 2 === 1 ? -1 : 1);
  return pcmFile(Math.round(seconds * sampleRate), channels, sampleRate, sine);
}

/** A sine that climbs from 100 Hz to 4 kHz: it looks like itself at no other place. Stereo, 48 kHz. */
export function chirpFile({ seconds }: { readonly seconds: number }): Buffer {
  const sampleRate = 48_000;
  const climb = (4_000 - 100) / (2 * seconds);
  const chirp: SampleAt = (frame) => {
    const at = frame / sampleRate;
    return 0.4 * Math.sin(2 * Math.PI * (100 + climb * at) * at);
  };
  return pcmFile(Math.round(seconds * sampleRate), 2, sampleRate, chirp);
}
