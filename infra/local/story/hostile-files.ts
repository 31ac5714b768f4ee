import { createTrack, createUpload, processed } from './song-on-air.ts';
import type { Person } from './people.ts';
import type { StoryTeller } from './steps.ts';
import { upload } from './upload.ts';

/** Files that are not what their names say. */
const FILES = [
  { what: 'a text named .mp3', filename: 'song.mp3', bytes: Buffer.from('This is not music, whatever it is called.\n'.repeat(40)) },
  {
    what: 'a playlist named .mp3',
    filename: 'list.mp3',
    bytes: Buffer.from('#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n'),
  },
] as const;

/** Chapter six: files that lie about themselves end with a typed reason and touch nothing else. */
export async function hostileFiles({ step }: StoryTeller, ada: Person): Promise<void> {
  for (const { what, filename, bytes } of FILES) {
    await step(what, async () => {
      const { id, url } = await createUpload(ada.app, filename, bytes.length);
      await upload(url, bytes);
      const { state, failure } = await processed(ada.app, await createTrack(ada.app, id, what));
      if (state !== 'FAILED' || !failure) throw new Error(`it ended in ${state}`);
      return { result: undefined, seen: `FAILED: ${failure.code}` };
    });
  }
}
