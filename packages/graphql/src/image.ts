import { imageSizeFor } from '@veza/kernel';
import { graphqlError } from './graphql-error.ts';

/** A picture as every subgraph knows it; its files lie behind the door `/i` of tracks. */
export interface ImageReference {
  /** 26 characters of `a-z0-9`; whoever knows it may see the picture. */
  readonly id: string;
}

/**
 * Resolvers of the shared type `Image`.
 * @param mediaUrl where `/i` is reached from outside, without a slash at its end
 */
export function imageResolvers(mediaUrl: string) {
  return {
    Image: {
      url({ id }: ImageReference, { size: wanted }: { readonly size: number }): string {
        const size = imageSizeFor(wanted);
        if (size === undefined) throw graphqlError('BAD_USER_INPUT', 'size goes from 1 to 1024', { argument: ['size'] });
        return `${mediaUrl}/i/${id}/${size}.jpg`;
      },
    },
  };
}
