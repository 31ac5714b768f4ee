import { toTypeId } from '@veza/kernel';
import type { Comment, CommentableId } from '../../domain/comment.ts';
import type { comment, knownSubject } from '../tables.ts';

type Row = typeof comment.$inferSelect & { readonly kind: (typeof knownSubject.$inferSelect)['kind'] };

/** A comment of a row and the kind of its subject. */
export function commentOf({ kind, subjectId, ...row }: Row): Comment {
  return { ...row, subjectId: toTypeId(kind === 'TRACK' ? 'track' : 'listing', subjectId) as CommentableId };
}
