import type { Log } from '@veza/telemetry';
import { loggable } from '../loggable.ts';
import type { MakeImage } from '../picture/make-image.ts';
import type { MadeImage } from '../picture/ports.ts';
import { COVER_NAME, type Transcoder } from '../transcoder.ts';
import type { JudgedSource } from './judge-source.ts';
import type { Asset, WorkFolder } from './ports.ts';

interface Dependencies {
  readonly makeImage: MakeImage;
  readonly imageIdOf: (madeOf: string) => string;
  readonly log: Log;
}

/** Where a cover is looked for. */
export interface CoverSearch {
  readonly asset: Pick<Asset, 'id'>;
  readonly judged: JudgedSource;
  readonly folder: WorkFolder;
  readonly transcoder: Transcoder;
  readonly signal: AbortSignal;
}

export type EmbeddedPicture = ReturnType<typeof embeddedPicture>;

/**
 * The picture inside an audio file, made again like any other that somebody sends; undefined when there is none. One that is refused is
 * dropped, and the sound goes on.
 */
export function embeddedPicture({ makeImage, imageIdOf, log }: Dependencies) {
  return async ({ asset, judged, folder, transcoder, signal }: CoverSearch): Promise<MadeImage | undefined> => {
    if (!judged.probe.hasPicture) return undefined;
    const { outputFolder } = folder;
    const taken = await transcoder.cover({ source: judged.source, outputFolder }, signal);
    if (!taken.ok) {
      log.info('tracks.cover-dropped', { assetId: asset.id, code: taken.error.code, detail: loggable(taken.error.detail) });
      return undefined;
    }
    const image = await makeImage(imageIdOf(asset.id), { path: `${outputFolder}/${COVER_NAME}` }, signal);
    if (image.ok) return image.value;
    log.info('tracks.cover-dropped', { assetId: asset.id, code: image.error });
    return undefined;
  };
}
