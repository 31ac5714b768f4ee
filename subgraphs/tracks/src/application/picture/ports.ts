import type { Id, ImageSize } from '@veza/kernel';

/** A picture that lies in the store in every size. */
export interface MadeImage {
  /** 26 characters of `a-z0-9`, which nobody can guess. */
  readonly id: string;
  readonly files: readonly ImageFile[];
}

/** One size of a picture. */
export interface ImageFile {
  readonly size: ImageSize;
  readonly byteSize: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** Pictures inside a transaction. */
export interface ImageRepository {
  /** Does nothing when it is there already. */
  insert(image: MadeImage, at: Date): Promise<void>;
  /** Whether somebody sent it; else it was found inside an audio file. */
  isSent(id: string): Promise<boolean>;
  /** Whatever shows it shows none from now on; the upload that it was made of counts no longer. */
  remove(id: string, at: Date): Promise<void>;
}

/** Where the bytes of a picture come from. */
export type PictureSource = { readonly uploadId: Id<'upload'> } | { readonly path: string };

/** A folder for one picture: the file alone, and an empty folder to write to. */
export interface PictureFolder {
  readonly sourcePath: string;
  readonly outputFolder: string;
  /** The first bytes, fewer when there are no more. */
  readHead(length: number): Promise<Uint8Array>;
  remove(): Promise<void>;
}

/** Files of pictures: what was sent, and what is served. */
export interface PictureFiles {
  /** Copies a picture into a fresh folder that nobody else sees. */
  checkOut(source: PictureSource): Promise<PictureFolder>;
  /** Keeps what a transcoder wrote into a folder. */
  keep(imageId: string, folder: PictureFolder): Promise<MadeImage>;
  /** Removes every size. Succeeds also when there was nothing. */
  remove(imageId: string): Promise<void>;
}
