import type { UserCaller } from '@veza/auth';
import { randomUUID } from 'node:crypto';
import type { UserErrorAnswer } from './operations.ts';
import type { OpenTracks } from './tracks-fixture.ts';

/** What tests look at of a state. */
export const STATE = `{ revision isPlaying positionMs asOf repeat shuffle volume track { id } activeDevice { id name }
  queue(first: 50) { totalCount nodes { id track { id } } } }`;
const mutation = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { playback ${STATE} userErrors { code path } } }`;
const CONTROL = mutation('controlPlayback', 'ControlPlaybackInput');
const ENQUEUE = mutation('enqueueTracks', 'EnqueueTracksInput');
const REMOVE = mutation('removeFromQueue', 'RemoveFromQueueInput');
const REGISTER =
  'mutation ($input: RegisterDeviceInput!) { registerDevice(input: $input) { device { id name kind } userErrors { code path } } }';
const PLAYBACK = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { playback ${STATE} } } }`;

/** A state as it is answered. */
export interface PlaybackAnswer {
  readonly revision: number;
  readonly isPlaying: boolean;
  readonly positionMs: number;
  readonly asOf: string;
  readonly repeat: string;
  readonly shuffle: boolean;
  readonly volume: number;
  readonly track: { readonly id: string } | null;
  readonly activeDevice: { readonly id: string; readonly name: string } | null;
  readonly queue: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string; readonly track: { readonly id: string } | null }[];
  };
}

/** What becomes of a command. */
export interface CommandAnswer {
  readonly playback: PlaybackAnswer | null;
  readonly userErrors: readonly UserErrorAnswer[];
}

/** What people do with their playback. */
export function playbackRoom(tracks: OpenTracks) {
  const send = async (document: string, by: UserCaller, input: Record<string, unknown>) => {
    const { data, errors } = await tracks.execute<Record<string, CommandAnswer>>(
      document,
      { input: { commandId: randomUUID(), ...input } },
      by,
    );
    if (errors) throw new Error(errors[0]?.extensions['code'] as string);
    return Object.values(data!)[0]!;
  };
  return {
    send,
    register: async (by: UserCaller, name = 'Phone', kind = 'PHONE') => {
      const { data } = await tracks.execute<{ registerDevice: { device: { id: string } | null; userErrors: readonly UserErrorAnswer[] } }>(
        REGISTER,
        { input: { name, kind } },
        by,
      );
      return data!.registerDevice;
    },
    control: (by: UserCaller, deviceId: string, command: Record<string, unknown>) => send(CONTROL, by, { deviceId, ...command }),
    enqueue: (by: UserCaller, trackIds: readonly string[], more: Record<string, unknown> = {}) =>
      send(ENQUEUE, by, { trackIds, position: 'LAST', ...more }),
    remove: (by: UserCaller, entryIds: readonly string[], more: Record<string, unknown> = {}) => send(REMOVE, by, { entryIds, ...more }),
    /** What the caller sees of somebody's playback; undefined when they see nothing of that person. */
    playbackOf: async (userId: string, by: Parameters<OpenTracks['execute']>[2]) => {
      const r = [{ __typename: 'Viewer', id: userId }];
      const { data } = await tracks.execute<{ _entities: readonly ({ playback: PlaybackAnswer } | null)[] }>(PLAYBACK, { r }, by);
      return data!._entities[0]?.playback;
    },
  };
}
