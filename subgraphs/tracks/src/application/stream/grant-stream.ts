import type { Clock } from '@veza/kernel';
import { CODEC, SAMPLE_RATE } from '../../domain/audio/ladder.ts';
import { gainDb } from '../../domain/audio/loudness.ts';
import { streamSeconds } from '../../domain/stream/stream-life.ts';
import type { Track } from '../../domain/track.ts';
import type { GrantLog } from '../play/ports.ts';
import type { Listener, MediaSigner } from './ports.ts';

interface Dependencies {
  readonly signer: MediaSigner;
  readonly grants: GrantLog;
  readonly clock: Clock;
}

/** A quality of a stream, with what a player needs to play it without gaps. */
export interface OfferedRendition {
  readonly codec: string;
  readonly bitrateKbps: number;
  readonly sampleRate: number;
  readonly encoderDelaySamples: number;
  readonly endPaddingSamples: number;
}

/** Addresses for one listener. */
export interface Stream {
  readonly hlsUrl: string;
  readonly dashUrl: string;
  readonly expiresAt: Date;
  readonly renditions: readonly OfferedRendition[];
  readonly gainDb: number | null;
}

export type GrantStream = ReturnType<typeof grantStream>;

/** Addresses of a track that the listener may see; undefined when there is nothing to hear yet. They end after twice the track, 15 min to 6 h. */
export function grantStream({ signer, grants, clock }: Dependencies) {
  return async ({ id, audio }: Track, listener: Listener): Promise<Stream | undefined> => {
    if (!audio) return undefined;
    const issuedAt = clock();
    if (listener.userId !== undefined) grants.recordGrant(listener.userId, id, issuedAt);
    const expiresAt = new Date((Math.floor(issuedAt.getTime() / 1000) + streamSeconds(audio.durationMs)) * 1000);
    const folder = await signer.sign({ scope: 'f', aid: audio.aid, listener, issuedAt, expiresAt });
    return {
      hlsUrl: `${folder}/master.m3u8`,
      dashUrl: `${folder}/manifest.mpd`,
      expiresAt,
      renditions: audio.renditions.map(({ bitrateKbps, encoderDelaySamples, endPaddingSamples }) => ({
        codec: CODEC,
        bitrateKbps,
        sampleRate: SAMPLE_RATE,
        encoderDelaySamples,
        endPaddingSamples,
      })),
      gainDb: gainDb(audio.loudness),
    };
  };
}
