/** Where the source of a version lies; it is never served. */
export const sourceKey = (assetId: string): string => `src/${assetId}/original`;

/** What begins the keys of the served files of a version. */
export const mediaPrefix = (assetId: string): string => `media/${assetId}/`;

/** Where a served file lies. Both parts come from our own rows. */
export const mediaKey = (assetId: string, name: string): string => `${mediaPrefix(assetId)}${name}`;
