export type { ChatEvents } from './chat.ts';
export type { MarketplaceEvents } from './marketplace.ts';
export type { SocialEvents } from './social.ts';
export type { TracksEvents } from './tracks.ts';
export type { UsersEvents } from './users.ts';
