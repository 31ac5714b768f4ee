import { type Clock, err, ok, type Result } from '@veza/kernel';
import type { UserId } from '../../domain/community.ts';
import { inboxCursors, toldUntil } from '../../domain/inbox/inbox-cursor.ts';
import type { InboxEntry } from '../../domain/inbox/inbox-entry.ts';
import { followLog } from '../feed/follow-log.ts';
import type { LogFeeds } from '../feed/log-feeds.ts';
import { stoppable } from '../feed/stoppable.ts';
import type { InboxLog } from '../ports/inbox.ts';
import { findInboxCursor } from './find-inbox-cursor.ts';
import type { InboxEvent } from './inbox-event.ts';
import type { InboxStates } from './inbox-states.ts';
import { entriesReadAhead, inboxStream } from './inbox-stream.ts';
import { type ShowDependencies, showInbox } from './show-inbox.ts';

interface Dependencies extends ShowDependencies {
  readonly inboxLog: InboxLog;
  readonly inboxFeeds: LogFeeds<UserId, InboxEntry>;
  readonly inboxStates: InboxStates;
  readonly clock: Clock;
}

/** Whose inbox, and from where. */
export interface FollowInboxCommand {
  readonly viewerId: UserId;
  /** Cursor of the last event seen; absent = from now on. */
  readonly after: string | undefined;
  /** Ends the stream. */
  readonly signal: AbortSignal;
}

/** A stream, or why there is none. */
export type FollowInboxResult = Result<AsyncIterableIterator<InboxEvent>, { readonly code: 'CURSOR_INVALID' }>;

/** Everybody may follow their own inbox, always. */
const OWNER = { accessEpoch: 0, readsHistory: true } as const;

export type FollowInbox = ReturnType<typeof followInbox>;

/**
 * The inbox of one person: first the entries missed after the cursor, in order, without a gap or a double, and then live; between them what
 * changed since the cursor of unread counts and of messages that call many. Whatever it shows the person sees at that moment. A cursor that can
 * no longer be served answers one `RESYNC_REQUIRED` and ends. Fails with CURSOR_INVALID.
 */
export function followInbox(deps: Dependencies) {
  const { inboxLog: log, inboxFeeds: feeds, inboxStates: states, clock } = deps;
  const show = showInbox(deps);
  const presentCursor = findInboxCursor(deps);

  return async ({ viewerId, after, signal }: FollowInboxCommand): Promise<FollowInboxResult> => {
    const start = after ?? (await presentCursor(viewerId));
    const startedAt = toldUntil(start);
    if (!startedAt) return err({ code: 'CURSOR_INVALID' });
    let toldAt = () => startedAt;
    const ended = new AbortController();
    const followed = await followLog(
      { log, feeds, cursors: inboxCursors(() => toldAt()), clock },
      { id: viewerId, admitted: OWNER, admit: async () => OWNER, after: start, signal: ended.signal },
    );
    if (!followed.ok) return err({ code: 'CURSOR_INVALID' });

    const entries = entriesReadAhead(followed.value);
    const { queue, release } = await states.open(viewerId, after === undefined ? undefined : startedAt).catch((error: unknown) => {
      ended.abort();
      throw error;
    });
    toldAt = () => queue.toldAt;
    const onEnd = () => {
      ended.abort();
      release();
    };
    const run = () => show({ viewerId, start, toldAt }, inboxStream(entries, queue));
    return ok(stoppable({ signal, run, onEnd }));
  };
}
