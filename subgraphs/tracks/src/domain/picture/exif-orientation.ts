/** How a picture is to be turned before it is shown, 1 to 8; 1 is as it lies. @see Exif 3.0 §4.6.5.1.4 (tag 0x0112) */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const ORIENTATION_TAG = 0x0112;
const SHORT = 3;
const ENTRY_BYTES = 12;
const TIFF_HEADER_BYTES = 8;
/** What cameras write: a few dozen; a longer directory is not looked through. */
const MAX_ENTRIES = 200;

const isOrientation = (value: number): value is Orientation => Number.isInteger(value) && value >= 1 && value <= 8;

function isLittleEndian(view: DataView): boolean | undefined {
  const order = view.getUint16(0);
  return order === 0x4949 ? true : order === 0x4d4d ? false : undefined;
}

/** The orientation in a TIFF structure, as EXIF has it; 1 when it says nothing or is damaged. @see TIFF 6.0 §2 */
export function exifOrientation(tiff: Uint8Array): Orientation {
  if (tiff.length < TIFF_HEADER_BYTES) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = isLittleEndian(view);
  if (little === undefined || view.getUint16(2, little) !== 42) return 1;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const count = Math.min(view.getUint16(directory, little), MAX_ENTRIES, Math.floor((tiff.length - directory - 2) / ENTRY_BYTES));
  for (let index = 0; index < count; index += 1) {
    const at = directory + 2 + index * ENTRY_BYTES;
    if (view.getUint16(at, little) !== ORIENTATION_TAG || view.getUint16(at + 2, little) !== SHORT) continue;
    const value = view.getUint16(at + 8, little);
    return isOrientation(value) ? value : 1;
  }
  return 1;
}
