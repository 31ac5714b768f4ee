import { type Id, parseTypeId } from '@veza/kernel';
import type { UploadAddress } from '../../application/upload/ports.ts';
import { isSameMac, shortMac } from '@veza/media-token';

/** Addresses of uploads, made and read. */
export interface UploadCapability extends UploadAddress {
  /** The upload that the last part of a path opens; undefined when it was not made here. */
  idOf(segment: string): Id<'upload'> | undefined;
}

/**
 * The address of an upload is the right to send to it: `/uploads/<id>.<mac>`, so that any tus client works without a header of ours.
 * @param key 32 bytes; another one ends all addresses
 * @param origin where `/uploads` is reached, without a slash at its end
 */
export function uploadCapability(key: Uint8Array, origin: string): UploadCapability {
  const macOf = (id: Id<'upload'>) => shortMac(key, `veza.upload.v1\n${id}`);
  return {
    urlOf: (id) => `${origin}/uploads/${id}.${macOf(id)}`,
    idOf(segment) {
      const [id = '', mac = '', ...rest] = segment.split('.');
      if (rest.length > 0 || parseTypeId('upload', id) === undefined) return undefined;
      const uploadId = id as Id<'upload'>;
      return isSameMac(macOf(uploadId), mac) ? uploadId : undefined;
    },
  };
}
