/** The one channel of the benchmark. */
export const CHANNEL_ID = 'channel-1';

const WORDS = 'the drop comes late tonight and nobody in the room is ready for it, so turn the monitors down a little and listen';

/** An event as a channel's log holds it; about 650 bytes of JSON when everything of it is selected. @param seq from 1 on */
export function messageSent(seq: number) {
  const time = new Date(Date.UTC(2026, 0, 31) + seq * 1_000).toISOString();
  return {
    __typename: 'MessageSent',
    cursor: `c${seq}`,
    occurredAt: time,
    seq,
    accessEpoch: '1',
    message: {
      id: `message-${seq}`,
      content: `${seq}: ${WORDS} – ${WORDS}`,
      createdAt: time,
      editedAt: null,
      kind: 'TEXT',
      replyCount: seq % 7,
      isPinned: seq % 11 === 0,
      mentionsEveryone: false,
      authorId: `user-${seq % 50}`,
      authorName: `person${seq % 50}`,
      authorDisplayName: `Person Number ${seq % 50}`,
      authorAvatarUrl: `https://media.example/avatars/${seq % 50}/256.webp`,
    },
  } as const;
}

/** An event of the channel. */
export type ChannelEvent = ReturnType<typeof messageSent>;

/** The place in the log that a cursor names. */
export const seqOf = (cursor: string): number => Number(cursor.slice(1));
