/** A message as a client keeps it. */
export interface CopiedMessage {
  readonly id: string;
  readonly content: string;
  readonly replyTo: { readonly id: string; readonly content: string } | null;
  readonly [field: string]: unknown;
}

/** A channel as a client keeps it. */
export interface ChannelCopy {
  readonly eventCursor: string;
  readonly playback: object | null;
  /** In the order of the channel. */
  readonly messages: readonly CopiedMessage[];
}

/** An event of the channel. */
export interface CopyEvent {
  readonly __typename: string;
  readonly cursor: string;
  readonly message?: CopiedMessage;
  readonly messageId?: string;
  readonly playback?: object;
}

const MESSAGE = `id seq content createdAt editedAt isDeleted isPinned author { id } replyTo { id content } thread { id name }
  mentions { id } mentionedRoleIds reactions { emoji count } trackMoment { positionMs }`;
const PLAYBACK = 'isPlaying positionMs asOf track { id } host { id }';

/** Asks for everything that a client keeps. */
export const COPY_QUERY = `query ($id: ID!) { channel(id: $id) {
  eventCursor playback { ${PLAYBACK} } messages(last: 100) { edges { node { ${MESSAGE} } } } } }`;

/** Follows all that changes it. */
export const COPY_EVENTS = `subscription ($id: ID!, $after: String) { channelEvents(channelId: $id, after: $after) {
  __typename cursor
  ... on MessageSent { message { ${MESSAGE} } } ... on MessageEdited { message { ${MESSAGE} } } ... on MessageDeleted { messageId }
  ... on ReactionsChanged { message { id reactions { emoji count } } } ... on MessagePinChanged { message { id isPinned } }
  ... on PlaybackSynced { playback { ${PLAYBACK} } } } }`;

const TOMBSTONE = { content: '', isDeleted: true, isPinned: false, mentions: [], mentionedRoleIds: [], reactions: [], trackMoment: null };

/** Applies an event to the copy: by the id of the message, also where it is quoted, whatever came before. */
export function applied(copy: ChannelCopy, { cursor, message, messageId, playback }: CopyEvent): ChannelCopy {
  if (playback) return { ...copy, eventCursor: cursor, playback };
  const id = message?.id ?? messageId;
  const news: Partial<CopiedMessage> = message ?? TOMBSTONE;
  const isNew = message !== undefined && !copy.messages.some((known) => known.id === id);
  const renewed = copy.messages.map((known) => {
    if (known.id === id) return { ...known, ...news };
    if (known.replyTo?.id !== id || news.content === undefined) return known;
    return { ...known, replyTo: { id: known.replyTo!.id, content: news.content } };
  });
  return { ...copy, eventCursor: cursor, messages: isNew ? [...renewed, message] : renewed };
}
