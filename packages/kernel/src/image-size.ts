/** Widths, in pixels, in which every picture of the platform is kept; they are square. */
export const IMAGE_SIZES = [64, 128, 256, 512, 1024] as const;

/** One of the widths in which pictures are kept. */
export type ImageSize = (typeof IMAGE_SIZES)[number];

/** The smallest kept width that is at least the wanted one; undefined below 1 and above 1,024. */
export function imageSizeFor(wanted: number): ImageSize | undefined {
  return wanted < 1 ? undefined : IMAGE_SIZES.find((size) => size >= wanted);
}
