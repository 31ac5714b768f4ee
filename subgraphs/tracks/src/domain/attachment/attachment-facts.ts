import { isTooManyPixels } from '../picture/picture-format.ts';

/** Sides of a picture as it is shown. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** What a file is by its signature. */
export interface FileFacts {
  readonly contentType: string;
  /** Null for everything that is no picture. */
  readonly pixels: PixelSize | null;
}

/** What a file is when its signature says nothing that we know. */
export const UNKNOWN_TYPE = 'application/octet-stream';

const SHOWN = /^(?:audio\/.+|image\/(?:jpeg|png|webp|gif))$/;

/** What others are told of a file that comes with a message. A picture that would burst whoever decodes it is any file. */
export function attachmentFacts(facts: FileFacts): FileFacts {
  return facts.pixels && isTooManyPixels(facts.pixels) ? { contentType: UNKNOWN_TYPE, pixels: null } : facts;
}

/** Whether a page may show a file in place: sound and pictures by their signature. Everything else, HTML and SVG among it, is kept as a file. */
export function isShown(contentType: string): boolean {
  return SHOWN.test(contentType);
}
