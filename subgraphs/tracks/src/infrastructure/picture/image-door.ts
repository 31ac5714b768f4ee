import type { BlobStore } from '@veza/blobs';
import { IMAGE_SIZES, type ImageSize } from '@veza/kernel';
import type { Database } from '@veza/postgres';
import { and, eq } from 'drizzle-orm';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ImageFile } from '../../application/picture/ports.ts';
import { sendProblem } from '../problem.ts';
import { etagOf, isKnown, NO_SUCH_FILE, openReadOnlyDoor } from '../read-only-door.ts';
import { imageFile } from '../tables.ts';
import { hexOf } from '../upload/upload-row.ts';
import { PICTURE_TYPE, pictureKey } from './blob-picture-files.ts';

/** What the door stands on. */
export interface ImageDoorOptions {
  readonly database: Database;
  readonly blobs: BlobStore;
}

/** A picture never changes; another one has another id. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const PATH = /^\/i\/([a-z0-9]{26})\/(\d{2,4})\.jpg$/;

/** What a raw request target asks for; a query is ignored. Undefined for everything that is no address of a picture. */
function askedImage(target: string): { readonly imageId: string; readonly size: ImageSize } | undefined {
  const [, imageId, digits] = PATH.exec(target.split('?', 1)[0]!) ?? [];
  const size = IMAGE_SIZES.find((known) => String(known) === digits);
  return imageId !== undefined && size !== undefined ? { imageId, size } : undefined;
}

/** The door `/i`: pictures, for everybody who knows their address. The file is looked up in the database; nothing of the request becomes a path. */
export function imageDoor({ database, blobs }: ImageDoorOptions) {
  async function findFile(imageId: string, size: ImageSize): Promise<ImageFile | undefined> {
    const [row] = await database
      .select()
      .from(imageFile)
      .where(and(eq(imageFile.imageId, imageId), eq(imageFile.size, size)));
    return row && { ...row, sha256: hexOf(row.sha256) };
  }

  async function read(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const asked = askedImage(request.raw.url ?? '');
    const file = asked && (await findFile(asked.imageId, asked.size));
    if (!asked || !file) return sendProblem(reply, NO_SUCH_FILE);
    const etag = etagOf(file);
    const headers = { etag, 'cache-control': FOR_EVER };
    if (isKnown(request, etag)) return reply.headers(headers).code(304).send();
    const described = { ...headers, 'content-length': file.byteSize, 'content-type': PICTURE_TYPE };
    if (request.method === 'HEAD') return reply.headers(described).send();
    const bytes = await blobs.get(pictureKey(asked.imageId, asked.size));
    return bytes ? reply.headers(described).send(bytes) : sendProblem(reply, NO_SUCH_FILE);
  }

  return (server: FastifyInstance): Promise<void> => openReadOnlyDoor(server, { prefix: '/i', read });
}
