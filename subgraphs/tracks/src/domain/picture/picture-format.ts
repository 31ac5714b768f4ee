/** A kind of picture that we know by its first bytes, and what may be used to read it. */
export interface PictureFormat {
  /** Name of FFmpeg's demuxer, which is forced. */
  readonly demuxer: string;
  /** FFmpeg's decoder, the only one that may run on it. */
  readonly decoder: string;
  readonly contentType: string;
}

/** Every format that we accept. Others, and everything textual such as SVG, are refused. */
export const PICTURE_FORMATS = {
  jpeg: { demuxer: 'jpeg_pipe', decoder: 'mjpeg', contentType: 'image/jpeg' },
  png: { demuxer: 'png_pipe', decoder: 'png', contentType: 'image/png' },
  webp: { demuxer: 'webp_pipe', decoder: 'webp', contentType: 'image/webp' },
} as const satisfies Readonly<Record<string, PictureFormat>>;

/** Key of a format that we accept. */
export type PictureFormatName = keyof typeof PICTURE_FORMATS;

/** Bounds that are read from a file's head, before anything of it is decoded. Compressed size says nothing of them. */
export const PICTURE_LIMITS = {
  maxPixels: 50_000_000,
  /** Of the longer side. */
  maxSidePixels: 16_384,
} as const;

/** Whether a picture is too large to be decoded, or has no size at all. */
export function isTooManyPixels({ width, height }: { readonly width: number; readonly height: number }): boolean {
  return Math.max(width, height) > PICTURE_LIMITS.maxSidePixels || width * height > PICTURE_LIMITS.maxPixels;
}
