import type { Person } from '../people.ts';
import type { ChannelEvent } from './log-line.ts';

const PAGE = 100;

/** A message as a client shows it. */
export interface ShownMessage {
  readonly id: string;
  readonly content: string;
  readonly isDeleted: boolean;
  readonly isPinned: boolean;
}

/** What a client that only listened shows of a channel: every event is applied to the message it names, whatever came before. */
export function stateFrom(events: readonly ChannelEvent[]): readonly ShownMessage[] {
  const shown = new Map<string, ShownMessage>();
  for (const event of events) {
    const id = event.message?.id ?? event.messageId ?? '';
    const before = shown.get(id) ?? { id, content: '', isDeleted: false, isPinned: false };
    if (event.__typename === 'MessageDeleted') shown.set(id, { ...before, content: '', isDeleted: true, isPinned: false });
    else if (event.message && !before.isDeleted) shown.set(id, withNews(before, event.message));
  }
  return [...shown.values()];
}

function withNews(before: ShownMessage, { content, isPinned }: NonNullable<ChannelEvent['message']>): ShownMessage {
  return { ...before, content: content ?? before.content, isPinned: isPinned ?? before.isPinned };
}

interface History {
  readonly channel: {
    readonly messages: {
      readonly edges: readonly { readonly cursor: string; readonly node: ShownMessage }[];
      readonly pageInfo: { readonly hasPreviousPage: boolean };
    };
  };
}

/** The channel as the server answers it now, page by page, oldest message first. */
export async function presentState({ app }: Person, channelId: string): Promise<readonly ShownMessage[]> {
  const pages: ShownMessage[][] = [];
  for (let before: string | undefined, hasMore = true; hasMore;) {
    const { channel } = await app.data<History>('ChannelHistory', {
      id: channelId,
      last: PAGE,
      ...(before === undefined ? {} : { before }),
    });
    const { edges, pageInfo } = channel.messages;
    pages.unshift(edges.map(({ node: { id, content, isDeleted, isPinned } }) => ({ id, content, isDeleted, isPinned })));
    hasMore = pageInfo.hasPreviousPage;
    before = edges[0]?.cursor;
  }
  return pages.flat();
}
