import { cursorCodec, err, ok, pageOf, toId, type Clock, type CursorCodec, type Page, type PageRequest, type Result } from '@veza/kernel';
import type { Session } from '../../domain/session.ts';
import type { UserId } from '../../domain/user.ts';
import type { SessionRepository, SessionSlice } from './ports.ts';

/** The cursor was edited, or belongs to another list. */
export interface CursorInvalid {
  readonly code: 'CURSOR_INVALID';
}

/** Live sessions of an account, in pages. */
export interface ListSessions {
  (userId: UserId, request: PageRequest): Promise<Result<Page<Session>, CursorInvalid>>;
  /** The place of a session in the list of its owner. */
  readonly cursorOf: (session: Session) => string;
  readonly count: (userId: UserId) => Promise<number>;
}

/** Lists live sessions, newest first. Ids are time-ordered, so the id is the whole sort key. */
export function listSessions(dependencies: {
  readonly sessions: SessionRepository;
  readonly cursorSecret: Uint8Array;
  readonly clock: Clock;
}): ListSessions {
  const { sessions, cursorSecret, clock } = dependencies;
  const codecOf = (userId: UserId) => cursorCodec(cursorSecret, `Viewer.sessions:${userId}`);

  const list = async (userId: UserId, request: PageRequest): Promise<Result<Page<Session>, CursorInvalid>> => {
    const slice = sliceOf(request, codecOf(userId));
    if (!slice) return err({ code: 'CURSOR_INVALID' });
    return ok(pageOf(await sessions.listLive(userId, slice, clock()), request));
  };
  return Object.assign(list, {
    cursorOf: (session: Session) => codecOf(session.userId).encode([session.id]),
    count: (userId: UserId) => sessions.countLive(userId, clock()),
  });
}

function sliceOf({ direction, size, after, before }: PageRequest, codec: CursorCodec): SessionSlice | undefined {
  const keys = [after, before].map((cursor) => (cursor === undefined ? undefined : codec.decode(cursor)));
  const isForeign = (keys[0] === undefined && after !== undefined) || (keys[1] === undefined && before !== undefined);
  if (isForeign) return undefined;
  const [afterId, beforeId] = keys.map((key) => (key === undefined ? undefined : toId('session', String(key[0]))));
  return { direction, limit: size + 1, after: afterId, before: beforeId };
}
