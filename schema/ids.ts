/** What an id prefix names: the GraphQL type and the subgraph that owns it. */
export interface IdOwner {
  readonly type: string;
  readonly subgraph: SubgraphName;
}

/** The subgraphs with hand-written SDL, in the order in which they are composed. */
export const SUBGRAPH_NAMES = ['users', 'chat', 'tracks', 'marketplace', 'social'] as const;
export type SubgraphName = (typeof SUBGRAPH_NAMES)[number];

/** Every prefix of a public id that stands in the schema. The only list; its prefixes and types are checked for doubles. */
export const ID_OWNERS: Readonly<Record<string, IdOwner>> = {
  user: { type: 'User', subgraph: 'users' },
  session: { type: 'Session', subgraph: 'users' },
  community: { type: 'Community', subgraph: 'chat' },
  channel: { type: 'Channel', subgraph: 'chat' },
  role: { type: 'Role', subgraph: 'chat' },
  message: { type: 'Message', subgraph: 'chat' },
  attachment: { type: 'Attachment', subgraph: 'chat' },
  track: { type: 'Track', subgraph: 'tracks' },
  upload: { type: 'Upload', subgraph: 'tracks' },
  playlist: { type: 'Playlist', subgraph: 'tracks' },
  device: { type: 'Device', subgraph: 'tracks' },
  listing: { type: 'Listing', subgraph: 'marketplace' },
  licence: { type: 'Licence', subgraph: 'marketplace' },
  comment: { type: 'Comment', subgraph: 'social' },
};
