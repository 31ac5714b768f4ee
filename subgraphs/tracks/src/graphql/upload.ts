import { userError } from '@veza/graphql';
import { toId } from '@veza/kernel';
import { REFUSAL_MESSAGES, type Upload } from '../domain/upload.ts';
import { personOf } from './context.ts';
import type { Resolvers } from './generated.ts';

/** A complete upload can still be looked at, which is how a client finds out that it is complete. */
const isThere = ({ state }: Upload) => state === 'PENDING' || state === 'RECEIVING' || state === 'READY';

const MESSAGES: Readonly<Record<string, string>> = {
  INVALID_FILENAME: 'A file name has 1 to 255 bytes, no slashes and no control characters.',
  UPLOAD_TOO_LARGE: 'The file is larger than its purpose allows.',
  QUOTA_EXCEEDED: 'There is not enough room left for your files.',
  TOO_MANY_UPLOADS: 'Finish or delete one of your unfinished uploads first.',
};

/** Uploads. */
export const uploadResolvers: Resolvers = {
  Query: {
    upload: (_root, { id }, { loaders }) => loaders.upload.load(toId('upload', id)),
  },
  Mutation: {
    async createUpload(_root, { input }, context) {
      const { purpose, filename, byteSize, contentType, sha256 } = input;
      const command = { ownerId: personOf(context), purpose, filename, byteSize, contentType, sha256: sha256 ?? undefined };
      const made = await context.tracks.createUpload(command);
      if (made.ok) return { upload: made.value, userErrors: [] };
      const { code, path } = made.error;
      return { upload: null, userErrors: [userError({ code, message: MESSAGES[code], path: path.length > 0 ? path : null })] };
    },
  },
  Upload: {
    url: (upload, _args, { tracks }) => (isThere(upload) ? tracks.uploadUrl(upload.id) : null),
    expiresAt: (upload) => (isThere(upload) ? upload.expiresAt : null),
    refusal: ({ refusalCode }) => refusalCode && { code: refusalCode, message: REFUSAL_MESSAGES[refusalCode] },
  },
};
