import { err, type Id, ok, type Result } from '@veza/kernel';
import type { Subject } from './subject.ts';

export type CommentableId = Id<'track'> | Id<'listing'>;

/** Something that somebody said about a track or a listing. */
export interface Comment {
  readonly id: Id<'comment'>;
  readonly subjectId: CommentableId;
  readonly authorId: Id<'user'>;
  /** Empty in a tombstone. */
  readonly body: string;
  readonly positionMs: number | null;
  /** Always a comment that is not a reply itself: replies are one level deep. */
  readonly replyToId: Id<'comment'> | null;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
}

/** What a person wants to say. */
export interface CommentDraft {
  readonly id: Id<'comment'>;
  readonly authorId: Id<'user'>;
  readonly body: string;
  readonly positionMs: number | undefined;
  readonly createdAt: Date;
}

export type CommentFailure =
  | { readonly code: 'INVALID'; readonly path: readonly ['body'] }
  | { readonly code: 'POSITION_OUT_OF_RANGE'; readonly path: readonly ['positionMs'] }
  | { readonly code: 'NOT_FOUND'; readonly path: readonly ['replyToId'] };

/** Longest comment, in code points. */
export const MAX_COMMENT_LENGTH = 2_000;
/** Control characters other than the line feed. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0001-\u0009\u000B-\u001F\u007F-\u009F]/u;

function isOutOfRange(positionMs: number | undefined, { durationMs }: Subject): boolean {
  if (positionMs === undefined) return false;
  return durationMs === null || positionMs < 0 || positionMs > durationMs;
}

/** NFC and trimmed, its line ends as line feeds; undefined when it is empty, too long or holds control characters. */
function readBody(text: string): string | undefined {
  const body = text.normalize('NFC').replaceAll('\r\n', '\n').trim();
  const length = Array.from(body).length;
  return length === 0 || length > MAX_COMMENT_LENGTH || CONTROL.test(body) ? undefined : body;
}

/** Whether a comment of this subject stands to be answered. */
const isAnswerable = (replyTo: Comment | null, subjectId: CommentableId): replyTo is Comment =>
  replyTo?.subjectId === subjectId && replyTo.deletedAt === null;

/**
 * A comment on a subject; a reply to a reply is attached to the top comment.
 * @param replyTo the comment that is answered; undefined when none is asked for, null when it is not there
 */
export function composeComment(
  draft: CommentDraft,
  subject: Subject & { readonly id: CommentableId },
  replyTo: Comment | null | undefined,
): Result<Comment, CommentFailure> {
  const body = readBody(draft.body);
  if (body === undefined) return err({ code: 'INVALID', path: ['body'] });
  if (isOutOfRange(draft.positionMs, subject)) return err({ code: 'POSITION_OUT_OF_RANGE', path: ['positionMs'] });
  if (replyTo !== undefined && !isAnswerable(replyTo, subject.id)) return err({ code: 'NOT_FOUND', path: ['replyToId'] });
  return ok({
    id: draft.id,
    subjectId: subject.id,
    authorId: draft.authorId,
    body,
    positionMs: draft.positionMs ?? null,
    replyToId: replyTo ? (replyTo.replyToId ?? replyTo.id) : null,
    createdAt: draft.createdAt,
    deletedAt: null,
  });
}

/** Its author and the owner of what it is about may remove a comment. */
export function mayDelete(comment: Comment, subject: Subject | undefined, userId: Id<'user'>): boolean {
  return comment.authorId === userId || subject?.ownerId === userId;
}
