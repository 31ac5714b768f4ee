import type { AppClient } from './client.ts';
import type { Person } from './people.ts';
import { sunrise } from './picture.ts';
import type { StoryTeller } from './steps.ts';
import { upload } from './upload.ts';

interface Shown {
  readonly url: string;
}

/** Sends a picture. Answers the id of its upload. */
async function sendPicture(app: AppClient, purpose: 'ARTWORK' | 'AVATAR', filename: string, bytes: Buffer): Promise<string> {
  const input = { purpose, filename, byteSize: bytes.length, contentType: 'image/png' };
  const { createUpload } = await app.data<{ createUpload: { upload: { id: string; url: string } } }>('CreateUpload', { input });
  await upload(createUpload.upload.url, bytes);
  return createUpload.upload.id;
}

/** Fetches a picture as a browser does, and once more as one that has it. */
async function look({ url }: Shown): Promise<string> {
  const first = await fetch(url);
  const bytes = Buffer.from(await first.arrayBuffer());
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
  if (first.headers.get('content-type') !== 'image/jpeg' || !isJpeg) throw new Error(`${url} is no JPEG (${first.status})`);
  const again = await fetch(url, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
  if (again.status !== 304) throw new Error(`a known picture was answered with ${again.status}`);
  return `${bytes.length} bytes of JPEG, then 304`;
}

/** A file that only says that it is a picture. */
async function refused(app: AppClient): Promise<string> {
  const id = await sendPicture(app, 'AVATAR', 'me.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'));
  const { upload: sent } = await app.data<{ upload: { state: string } }>('UploadStatus', { id });
  if (sent.state !== 'REFUSED') throw new Error(`it ended in ${sent.state}`);
  return sent.state;
}

/** Chapter three: Ada shows her face and gives her song a cover; Ben sees both. */
export async function pictures({ step }: StoryTeller, ada: Person, ben: Person, trackId: string): Promise<void> {
  await step('UpdateProfile with a picture', async () => {
    const avatarUploadId = await sendPicture(ada.app, 'AVATAR', 'me.png', sunrise(400));
    const { updateProfile } = await ada.app.data<{ updateProfile: { user: { avatar: Shown } } }>('UpdateProfile', {
      input: { avatarUploadId },
    });
    return { result: undefined, seen: await look(updateProfile.user.avatar) };
  });
  await step('UpdateTrack with a cover', async () => {
    const artworkUploadId = await sendPicture(ada.app, 'ARTWORK', 'cover.png', sunrise(1200));
    await ada.app.data('UpdateTrack', { input: { trackId, artworkUploadId } });
    const { track } = await ben.app.data<{ track: { artwork: Shown; artist: { avatar: Shown } } }>('TrackForListening', { id: trackId });
    await look(track.artist.avatar);
    return { result: undefined, seen: await look(track.artwork) };
  });
  await step('a drawing named .png', async () => ({ result: undefined, seen: await refused(ada.app) }));
}
