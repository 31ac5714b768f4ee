import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppClient, createTrack, createUpload, processed, signUp, upload, wavSong } from '../story/index.ts';
import { chromiumPath, openPage } from './browser-page.ts';
import { startVezaProcess, temporaryFolder, type VezaProcess } from './veza-process.ts';

const SONG_SECONDS = 9;
const HLS_SCRIPT = createRequire(import.meta.url).resolve('hls.js/dist/hls.min.js');

interface Playback {
  readonly duration: number;
  readonly endedAt: number;
  readonly errors: readonly string[];
}

/** Runs in the page: plays a stream with hls.js to its end. */
const PLAY = `async (url) => {
  const audio = document.body.appendChild(document.createElement('audio'));
  const errors = [];
  const hls = new Hls();
  hls.on(Hls.Events.ERROR, (_event, { type, details, fatal }) => fatal && errors.push(type + ' ' + details));
  hls.loadSource(url);
  hls.attachMedia(audio);
  audio.playbackRate = 3;
  await audio.play();
  await new Promise((resolve, reject) => {
    audio.onended = resolve;
    setTimeout(() => reject(new Error('not at the end: ' + audio.currentTime + ' ' + errors)), 30000);
  });
  return { duration: audio.duration, endedAt: audio.currentTime, errors };
}`;

async function streamOf(ada: AppClient): Promise<{ readonly hlsUrl: string; readonly durationMs: number }> {
  const song = wavSong({ seconds: SONG_SECONDS });
  const { id, url } = await createUpload(ada, 'song.wav', song.length);
  await upload(url, song);
  const trackId = await createTrack(ada, id, 'For the browser');
  expect((await processed(ada, trackId)).state).toBe('READY');
  const { track } = await ada.data<{ track: { durationMs: number; stream: { hlsUrl: string } } }>('TrackForListening', { id: trackId });
  return { hlsUrl: track.stream.hlsUrl, durationMs: track.durationMs };
}

describe.skipIf(chromiumPath === undefined)(`a browser${chromiumPath === undefined ? ' (skipped: no chromium)' : ''}`, () => {
  const folder = temporaryFolder('browser');
  let veza: VezaProcess;
  beforeAll(async () => void (veza = await startVezaProcess({ dataDir: folder.path })), 90_000);
  afterAll(async () => {
    await veza.end('SIGINT');
    folder[Symbol.dispose]();
  });

  it('plays an uploaded song to its end with hls.js', async () => {
    const ada = await signUp(veza.url, 'Ada');
    const { hlsUrl, durationMs } = await streamOf(ada.app);
    const { page, close } = await openPage();
    await page.goto(`${veza.url}/livez`);
    await page.addScriptTag({ path: HLS_SCRIPT });
    const played = (await page.evaluate(`(${PLAY})(${JSON.stringify(hlsUrl)})`)) as Playback;
    await close();
    expect(played.errors).toEqual([]);
    expect(durationMs).toBe(SONG_SECONDS * 1_000);
    expect(Math.abs(played.duration * 1_000 - durationMs)).toBeLessThan(60);
    expect(Math.abs(played.endedAt - played.duration)).toBeLessThan(0.2);
  }, 120_000);

  it('opens GraphiQL, whatever address it is sent to, and asks nobody else for anything', async () => {
    const { page, requested, close } = await openPage();
    await page.goto(`${veza.url}/`);
    expect(new URL(page.url()).pathname).toBe('/graphiql');
    await page.locator('.graphiql-container').waitFor({ timeout: 60_000 });
    await page.getByText('SignUp').first().waitFor();
    await close();
    expect(requested.filter((url) => new URL(url).origin !== veza.url && !url.startsWith('data:') && !url.startsWith('blob:'))).toEqual([]);
  }, 120_000);
});
