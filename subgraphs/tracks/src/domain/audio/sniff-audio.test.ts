import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatOf, sniffAudio } from './sniff-audio.ts';

const text = (content: string) => Uint8Array.from(Buffer.from(content, 'latin1'));
const reader = (bytes: Uint8Array) => (offset: number, length: number) => Promise.resolve(bytes.subarray(offset, offset + length));
const id3 = (bodyBytes: number) =>
  Uint8Array.from([...Buffer.from('ID3'), 4, 0, 0, 0, 0, bodyBytes >> 7, bodyBytes & 0x7f, ...Buffer.alloc(bodyBytes)]);
const mp3Frame = Uint8Array.from([0xff, 0xfb, 0x90, 0x64]);

describe('the audio sniffer', () => {
  it.each([
    ['wav', 'RIFF\0\0\0\0WAVEfmt '],
    ['wav', 'RF64\xff\xff\xff\xffWAVEds64'],
    ['aiff', 'FORM\0\0\0\0AIFC'],
    ['flac', 'fLaC\0\0\0\x22'],
    ['ogg', 'OggS\0\x02'],
    ['mov', '\0\0\0\x20ftypM4A '],
    ['matroska', '\x1aE\xdf\xa3'],
    ['caf', 'caff\0\x01'],
    ['mp3', '\xff\xfb\x90\x64'],
    ['aac', '\xff\xf1\x50\x80'],
  ])('knows %s by its signature', (format, head) => {
    expect(sniffAudio(text(head))).toEqual({ format });
  });

  it.each([
    ['nothing', ''],
    ['a text', 'This is not music'],
    ['an HLS playlist', '#EXTM3U\n#EXT-X-TARGETDURATION:10\n'],
    ['a concat script', 'ffconcat version 1.0\nfile /etc/passwd\n'],
    ['a session description', 'v=0\no=- 0 0 IN IP4 127.0.0.1\n'],
    ['a DASH manifest', '<?xml version="1.0"?><MPD>'],
    ['an AVI', 'RIFF\0\0\0\0AVI LIST'],
    ['bytes of the kind that often stand for MPEG sync', '\xff\xff\xff\xff'],
  ])('does not know %s', (_what, head) => {
    expect(sniffAudio(text(head))).toBeUndefined();
  });

  it('skips an ID3v2 tag by its own size and looks behind it', async () => {
    expect(await formatOf(reader(Uint8Array.from([...id3(3_000), ...mp3Frame])))).toBe('mp3');
    expect(await formatOf(reader(Uint8Array.from([...id3(3_000), ...text('#EXTM3U')])))).toBeUndefined();
    expect(await formatOf(reader(Uint8Array.from([...id3(10), ...id3(10), ...mp3Frame])))).toBeUndefined();
    expect(await formatOf(reader(Uint8Array.from([...id3(10), ...text('RIFF\0\0\0\0WAVE')])))).toBeUndefined();
  });

  it('survives any bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), async (bytes) => void (await formatOf(reader(bytes)))));
  });
});
