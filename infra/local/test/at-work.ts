import { openCommunity } from '../story/live-chat.ts';
import { type Person, signUp } from '../story/people.ts';
import { wavSong } from '../story/song.ts';
import { createTrack, createUpload } from '../story/song-on-air.ts';
import { firstMatching, storyTeller } from '../story/steps.ts';
import { upload } from '../story/upload.ts';

/** A Veza that has its hands full: a song is being made playable, another one is on its way, somebody listens to a channel. */
export interface AtWork {
  readonly ada: Person;
  readonly ben: Person;
  readonly song: Buffer;
  readonly channelId: string;
  /** Its song is being transcoded. */
  readonly trackId: string;
  /** Has part of its bytes. */
  readonly halfWay: { readonly id: string; readonly url: string };
  /** Resolves with the close code of the socket of the listener. */
  readonly listenerEnd: Promise<unknown>;
}

const STARTED_TIMEOUT_MS = 30_000;
const PART_BYTES = 64 * 1024;
const PART_PAUSE_MS = 20;

/** Sends a song so slowly that it is never done before the connection ends. */
function sendSlowly(url: string, song: Buffer): Promise<unknown> {
  let sent = 0;
  const body = new ReadableStream({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, PART_PAUSE_MS));
      controller.enqueue(song.subarray(sent, sent + PART_BYTES));
      sent += PART_BYTES;
      if (sent >= song.length) controller.close();
    },
  });
  const headers = { 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' };
  return fetch(url, { method: 'PATCH', body, headers, duplex: 'half' } as RequestInit).catch(() => undefined);
}

/** Gives a running Veza all of this to do, and answers once the transcoder is in the middle of the song. */
export async function putToWork(url: string): Promise<AtWork> {
  const [ada, ben] = [await signUp(url, 'Ada'), await signUp(url, 'Ben')];
  const channelId = await openCommunity(
    storyTeller(() => undefined),
    ada,
    ben,
  );
  const listening = ben.app.follow('ChannelEvents', { channelId });
  const listenerEnd = listening.next().catch(({ code }: { readonly code?: unknown }) => code);
  const song = wavSong({ seconds: 60 });
  const halfWay = await createUpload(ada.app, 'half-way.wav', song.length);
  void sendSlowly(halfWay.url, song);
  const whole = await createUpload(ada.app, 'whole.wav', song.length);
  await upload(whole.url, song);
  const trackId = await createTrack(ada.app, whole.id, 'Interrupted');
  const stream = ada.app.follow('TrackProcessing', { trackId });
  await firstMatching(stream, (answer) => JSON.stringify(answer).includes('TRANSCODING'), STARTED_TIMEOUT_MS);
  stream.return?.().catch(() => undefined);
  return { ada, ben, song, channelId, trackId, halfWay, listenerEnd };
}
