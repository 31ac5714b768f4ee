import { err, ok, type Result } from '@veza/kernel';
import type { Log } from '@veza/telemetry';
import { isTooManyPixels, PICTURE_FORMATS } from '../../domain/picture/picture-format.ts';
import { PICTURE_HEAD_BYTES, sniffPicture } from '../../domain/picture/sniff-picture.ts';
import type { UploadRefusalCode } from '../../domain/upload.ts';
import { loggable } from '../loggable.ts';
import type { MediaFailure, Transcoder } from '../transcoder.ts';
import type { MadeImage, PictureFiles, PictureSource } from './ports.ts';

interface Dependencies {
  readonly files: PictureFiles;
  readonly transcoder: Transcoder | undefined;
  /** Makes work wait until there is room for it: a picture of 50 megapixels takes up to 440 MB (measured, 16 bits a channel). */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  readonly log: Log;
}

export type MakeImage = ReturnType<typeof makeImage>;

/** A picture that is to be made. */
interface Wanted {
  readonly id: string;
  readonly source: PictureSource;
  readonly signal: AbortSignal;
}

/** Processes that crash are given a second chance in a new folder. */
const TRIES = 2;
/** The transcoder kills what takes longer; nothing else ends it. */
const NEVER = new AbortController().signal;

/** What of a transcoder's failures can be said of a picture. */
function refusalOf({ code }: MediaFailure): UploadRefusalCode {
  return code === 'PROCESSING_TIMEOUT' || code === 'PROCESSING_CRASHED' ? code : 'CORRUPT_MEDIA';
}

/**
 * Makes a picture of ours from one of somebody's: told by its signature, measured before it is decoded, decoded in a child process.
 * Nothing of it is shown before its row is there. Repeatable: the same id gets the same files.
 * Fails with UNSUPPORTED_FORMAT, TOO_MANY_PIXELS, CORRUPT_MEDIA, PROCESSING_TIMEOUT, PROCESSING_CRASHED, TRANSCODER_UNAVAILABLE.
 */
export function makeImage({ files, transcoder, inTurn, log }: Dependencies) {
  async function attempt({ id, source, signal }: Wanted, tool: Transcoder): Promise<Result<MadeImage, UploadRefusalCode>> {
    const folder = await files.checkOut(source);
    try {
      const facts = sniffPicture(await folder.readHead(PICTURE_HEAD_BYTES));
      if (!facts) return err('UNSUPPORTED_FORMAT');
      if (isTooManyPixels(facts)) return err('TOO_MANY_PIXELS');
      const { sourcePath: path, outputFolder } = folder;
      const job = { path, outputFolder, format: PICTURE_FORMATS[facts.format], orientation: facts.orientation };
      const made = await inTurn(() => tool.picture(job, signal));
      if (made.ok) return ok(await files.keep(id, folder));
      log.warn('tracks.picture-refused', { imageId: id, code: made.error.code, detail: loggable(made.error.detail) });
      return err(refusalOf(made.error));
    } finally {
      await folder.remove();
    }
  }

  return async (id: string, source: PictureSource, signal = NEVER): Promise<Result<MadeImage, UploadRefusalCode>> => {
    if (!transcoder) return err('TRANSCODER_UNAVAILABLE');
    const wanted = { id, source, signal };
    let made = await attempt(wanted, transcoder);
    for (let tries = 1; tries < TRIES && !made.ok && made.error === 'PROCESSING_CRASHED'; tries += 1) {
      made = await attempt(wanted, transcoder);
    }
    return made;
  };
}
