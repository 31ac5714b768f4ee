import type { Id } from '@veza/kernel';
import type { Upload } from '../../domain/upload.ts';
import type { UploadReader } from './ports.ts';

/** Who asks: a person, or a part of the platform, which sees every upload. */
export type UploadViewer =
  | { readonly kind: 'user'; readonly userId: Id<'user'> }
  | { readonly kind: 'service' }
  | { readonly kind: 'nobody' };

export type FindUploads = ReturnType<typeof findUploads>;

/** Uploads by id, in one statement; those of other people are left out as if they were not there. */
export function findUploads(reader: UploadReader) {
  return async (ids: readonly Id<'upload'>[], viewer: UploadViewer): Promise<ReadonlyMap<Id<'upload'>, Upload>> => {
    if (viewer.kind === 'nobody') return new Map();
    const found = await reader.findMany(ids);
    if (viewer.kind === 'service') return found;
    return new Map([...found].filter(([, { ownerId }]) => ownerId === viewer.userId));
  };
}
