import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppClient, createTrack, createUpload, processed, signUp, upload, wavSong } from '../story/index.ts';
import { chromiumPath, openPage } from './browser-page.ts';
import { startVezaProcess, temporaryFolder, type VezaProcess } from './veza-process.ts';

const SONG_SECONDS = 30;
const HLS_SCRIPT = createRequire(import.meta.url).resolve('hls.js/dist/hls.min.js');

interface Playback {
  readonly duration: number;
  readonly endedAt: number;
  readonly errors: readonly string[];
  /** From where to where it was heard, in seconds. */
  readonly heard: readonly (readonly [from: number, to: number])[];
}

/**
 * Runs in the page: plays a stream with hls.js, four times as fast, to its end. At a third of the song it renews the address and takes the
 * new one from then on, then it seeks.
 */
const PLAY = `async ({ url, renew, renewAt, seekAt, seekTo }) => {
  const audio = document.body.appendChild(document.createElement('audio'));
  const errors = [];
  const folderOf = (address) => address.slice(0, address.lastIndexOf('/') + 1);
  const first = folderOf(url);
  let folder = first;
  const hls = new Hls({
    maxBufferLength: 5,
    maxMaxBufferLength: 5,
    xhrSetup: (request, address) => request.open('GET', address.replace(first, folder), true),
  });
  hls.on(Hls.Events.ERROR, (_event, { type, details }) => details !== 'bufferStalledError' && errors.push(type + ' ' + details));
  hls.loadSource(url);
  hls.attachMedia(audio);
  audio.playbackRate = 4;
  await audio.play();
  let sought = false;
  audio.ontimeupdate = async () => {
    if (folder === first && audio.currentTime >= renewAt) folder = folderOf(await window.renewedAddress());
    if (!sought && audio.currentTime >= seekAt) {
      sought = true;
      audio.currentTime = seekTo;
    }
  };
  await new Promise((resolve, reject) => {
    audio.onended = resolve;
    setTimeout(() => reject(new Error('not at the end: ' + audio.currentTime + ' ' + errors)), 30000);
  });
  const heard = Array.from({ length: audio.played.length }, (_none, at) => [audio.played.start(at), audio.played.end(at)]);
  return { duration: audio.duration, endedAt: audio.currentTime, errors, heard };
}`;

async function streamOf(ada: AppClient): Promise<{ readonly trackId: string; readonly hlsUrl: string; readonly durationMs: number }> {
  const song = wavSong({ seconds: SONG_SECONDS });
  const { id, url } = await createUpload(ada, 'song.wav', song.length);
  await upload(url, song);
  const trackId = await createTrack(ada, id, 'For the browser');
  expect((await processed(ada, trackId)).state).toBe('READY');
  const { track } = await ada.data<{ track: { durationMs: number; stream: { hlsUrl: string } } }>('TrackForListening', { id: trackId });
  return { trackId, hlsUrl: track.stream.hlsUrl, durationMs: track.durationMs };
}

async function renewed(ada: AppClient, trackId: string): Promise<string> {
  const answer = await ada.data<{ renewStream: { stream: { hlsUrl: string } } }>('RenewStream', { input: { trackId } });
  return answer.renewStream.stream.hlsUrl;
}

describe.skipIf(chromiumPath === undefined)(`a browser${chromiumPath === undefined ? ' (skipped: no chromium)' : ''}`, () => {
  const folder = temporaryFolder('browser');
  let veza: VezaProcess;
  beforeAll(async () => void (veza = await startVezaProcess({ dataDir: folder.path })), 90_000);
  afterAll(async () => {
    await veza.end('SIGINT');
    folder[Symbol.dispose]();
  });

  it('plays an uploaded song to its end with hls.js, over a renewed address and a seek, without a break', async () => {
    const ada = await signUp(veza.url, 'Ada');
    const { trackId, hlsUrl, durationMs } = await streamOf(ada.app);
    const { page, requested, close } = await openPage();
    await page.goto(`${veza.url}/livez`);
    await page.addScriptTag({ path: HLS_SCRIPT });
    let renewals = 0;
    await page.exposeFunction('renewedAddress', async () => {
      renewals += 1;
      return renewed(ada.app, trackId);
    });
    const plan = { url: hlsUrl, renewAt: 8, seekAt: 12, seekTo: 22 };
    const played = (await page.evaluate(`(${PLAY})(${JSON.stringify(plan)})`)) as Playback;
    await close();
    expect(played.errors).toEqual([]);
    expect(played.heard).toHaveLength(2);
    const [[start, left], [sought, end]] = played.heard as [[number, number], [number, number]];
    expect([start, sought, end].map(Math.round)).toEqual([0, plan.seekTo, SONG_SECONDS]);
    expect(left).toBeGreaterThanOrEqual(plan.seekAt);
    expect(left).toBeLessThan(plan.seekTo);
    expect(durationMs).toBe(SONG_SECONDS * 1_000);
    expect(Math.abs(played.duration * 1_000 - durationMs)).toBeLessThan(60);
    expect(Math.abs(played.endedAt - played.duration)).toBeLessThan(0.2);
    const tokens = requested.filter((url) => url.endsWith('.m4s')).map((url) => new URL(url).pathname.split('/')[2]);
    expect(renewals).toBe(1);
    expect([...new Set(tokens)]).toHaveLength(2);
    expect(tokens.at(-1)).not.toBe(new URL(hlsUrl).pathname.split('/')[2]);
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
