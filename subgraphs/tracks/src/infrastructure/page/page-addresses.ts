import type { Id } from '@veza/kernel';
import type { PageKey } from '../../application/page/find-page.ts';

const TRACK_PATH = /^\/tracks\/(track_[0-9a-z]{26})$/;
const SECRET_PATH = /^\/secret\/([A-Za-z0-9_-]{22})$/;

/** Addresses under which people without an account find tracks. */
export interface PageAddresses {
  page(id: Id<'track'>): string;
  secretPage(secret: string): string;
  /** Whole audio of a track, for readers of podcasts. */
  audio(id: Id<'track'>): string;
  feed(id: Id<'user'>): string;
  /** Description of a page for those who embed it. */
  oembed(page: string): string;
  /** @param size one of the sizes of pictures */
  picture(imageId: string, size: number): string;
  /** What an address of ours asks for; undefined for every other. */
  keyOf(address: string): PageKey | undefined;
}

/** Addresses of an installation. @param publicUrl its origin; @param mediaUrl where its pictures are; both without a slash at their end */
export function pageAddresses(publicUrl: string, mediaUrl: string): PageAddresses {
  return {
    page: (id) => `${publicUrl}/tracks/${id}`,
    secretPage: (secret) => `${publicUrl}/secret/${secret}`,
    audio: (id) => `${publicUrl}/tracks/${id}/audio.m4a`,
    feed: (id) => `${publicUrl}/artists/${id}/feed.xml`,
    oembed: (page) => `${publicUrl}/oembed?format=json&url=${encodeURIComponent(page)}`,
    picture: (imageId, size) => `${mediaUrl}/i/${imageId}/${size}.jpg`,
    keyOf(address) {
      if (!address.startsWith(`${publicUrl}/`)) return undefined;
      const path = address.slice(publicUrl.length).split(/[?#]/, 1)[0]!;
      const trackId = TRACK_PATH.exec(path)?.[1];
      if (trackId !== undefined) return { trackId };
      const secret = SECRET_PATH.exec(path)?.[1];
      return secret === undefined ? undefined : { secret };
    },
  };
}
