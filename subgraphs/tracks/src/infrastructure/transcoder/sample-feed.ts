/** Bytes of one stereo pair of 16-bit samples. */
const PAIR_BYTES = 4;

/** Turns a stream of bytes into whole pairs of samples, whatever the chunks are cut like. */
export function sampleFeed(take: (samples: Int16Array) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = bytes.length - (bytes.length % PAIR_BYTES);
    // Copied, because samples of 16 bits must lie on even addresses.
    const aligned = Uint8Array.from(bytes.subarray(0, whole));
    take(new Int16Array(aligned.buffer));
    rest = Buffer.from(bytes.subarray(whole));
  };
}
