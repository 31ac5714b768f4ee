import type { UserCaller } from '@veza/auth';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentTrack } from './operations.ts';
import { type CommandAnswer, type PlaybackAnswer, playbackRoom, STATE } from './playback-room.ts';
import { openTracks, type OpenTracks, somebody } from './tracks-fixture.ts';

const FOLLOW = `subscription { playbackState ${STATE} }`;

/** One race: what two devices send at the same time, some of it twice. */
const anyCommand = fc.oneof(
  fc.constantFrom<Record<string, unknown>>(
    { resume: true },
    { pause: true },
    { next: true },
    { previous: true },
    { setShuffle: true },
    { setShuffle: false },
  ),
  fc.record({ seek: fc.record({ positionMs: fc.nat(70_000) }) }),
  fc.record({ setVolume: fc.nat(100) }),
  fc.record({ setRepeat: fc.constantFrom('OFF', 'ONE', 'ALL') }),
);
const anyRace = fc.array(fc.record({ device: fc.nat(1), command: anyCommand, isRepeated: fc.boolean(), isCareful: fc.boolean() }), {
  minLength: 1,
  maxLength: 12,
});

describe('two devices of one person', () => {
  let tracks: OpenTracks;
  let room: ReturnType<typeof playbackRoom>;
  let songs: readonly string[] = [];
  beforeAll(async () => {
    tracks = await openTracks({ isIdle: true });
    room = playbackRoom(tracks);
    const artist = somebody();
    songs = await Promise.all(['a', 'b', 'c'].map((title) => silentTrack(tracks, artist, { title, durationMs: 60_000 })));
  });
  afterAll(() => tracks[Symbol.asyncDispose]());

  const twoDevices = async (ben: UserCaller) => {
    const [phone, web] = [(await room.register(ben)).device!.id, (await room.register(ben, 'Browser', 'WEB')).device!.id];
    await room.control(ben, phone, { play: { trackId: songs[0] } });
    await room.enqueue(ben, songs);
    return [phone, web] as const;
  };

  it('end in one state, whatever they send at the same time, and nothing is done twice', async () => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(anyRace, async (race) => {
        const ben = somebody();
        const devices = await twoDevices(ben);
        const before = (await room.playbackOf(ben.userId, ben))!.revision;
        round += 1;
        const sent = race.flatMap(({ device, command, isRepeated, isCareful }, place) => {
          const input = { ...command, commandId: `${round} ${place}`, ...(isCareful && { expectedRevision: before }) };
          const send = () => room.control(ben, devices[device]!, input);
          return isRepeated ? [[place, send()] as const, [place, send()] as const] : [[place, send()] as const];
        });
        const answers = new Map<number, CommandAnswer[]>();
        for (const [place, answer] of sent) answers.set(place, [...(answers.get(place) ?? []), await answer]);
        const carriedOut = [...answers.values()].filter(([first]) => first!.userErrors.length === 0);
        for (const [first, ...again] of carriedOut) expect(again).toEqual(again.map(() => first));
        const revisions = carriedOut.map(([first]) => first!.playback!.revision).toSorted((x, y) => x - y);
        expect(revisions).toEqual(revisions.map((_, place) => before + 1 + place));
        const end = (await room.playbackOf(ben.userId, ben))!;
        expect(end.revision).toBe(before + revisions.length);
        const last = carriedOut.map(([first]) => first!.playback!).filter(({ revision }) => revision === end.revision);
        expect(last).toEqual(last.map(() => end));
      }),
      { numRuns: 15 },
    );
  });

  it('enqueue at the same time, and nothing is lost', async () => {
    const ben = somebody();
    await Promise.all(
      Array.from({ length: 20 }, (_, place) => room.enqueue(ben, [songs[place % 3]!], { position: place % 2 ? 'NEXT' : 'LAST' })),
    );
    expect(await room.playbackOf(ben.userId, ben)).toMatchObject({ revision: 20, queue: { totalCount: 20 } });
  });

  it('skip a track once when both find it ended', async () => {
    const ben = somebody();
    const devices = await twoDevices(ben);
    const answers = await Promise.all(devices.map((device) => room.control(ben, device, { next: true, expectedRevision: 2 })));
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([{ code: 'REVISION_CONFLICT', path: ['expectedRevision'] }]);
    expect(answers.map(({ playback }) => playback!.revision)).toEqual([3, 3]);
  });

  describe('follow what the other does', () => {
    const next = async (events: ReturnType<OpenTracks['subscribe']>) =>
      ((await events.next()).value as { data: { playbackState: PlaybackAnswer } }).data.playbackState;

    it('from the present state on', async () => {
      const ben = somebody();
      const events = tracks.subscribe<{ playbackState: PlaybackAnswer }>(FOLLOW, {}, ben);
      expect(await next(events)).toMatchObject({ revision: 0, track: null });
      const phone = (await room.register(ben)).device!.id;
      await room.control(ben, phone, { play: { trackId: songs[0] } });
      expect(await next(events)).toMatchObject({ revision: 1, isPlaying: true, track: { id: songs[0] } });
      await events.return();
    });

    it('as the newest state alone when they are slow', async () => {
      const ben = somebody();
      const [phone] = await twoDevices(ben);
      const events = tracks.subscribe<{ playbackState: PlaybackAnswer }>(FOLLOW, {}, ben);
      expect(await next(events)).toMatchObject({ revision: 2 });
      for (const setVolume of [1, 2, 3, 4]) await room.control(ben, phone, { setVolume });
      expect(await next(events)).toMatchObject({ revision: 6, volume: 4 });
      await events.return();
    });

    it('which nobody does without signing in', async () => {
      const { value } = await tracks.subscribe(FOLLOW, {}, undefined as never).next();
      expect(value).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    });
  });
});
