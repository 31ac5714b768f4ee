import { type SQL, sql } from 'drizzle-orm';
import type { Attachment } from '../../domain/message/attachment.ts';
import { idOf } from '../id-columns.ts';

/** A file of a message as the column has it. */
export interface AttachmentRow {
  readonly id: string;
  readonly filename: string;
  readonly contentType: string;
  readonly byteSize: number;
  readonly aid: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** The files of `message m`, in the order in which its author named them. Looked for only where there are some. */
export const attachmentColumn: SQL = sql`
  case when m.has_attachment then (
    select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'filename', a.filename, 'contentType', a.content_type, 'byteSize', a.byte_size,
      'aid', a.aid, 'width', a.width, 'height', a.height) order by a.place), '[]')
    from attachment a where a.channel_id = m.channel_id and a.message_id = m.id) else '[]' end`;

/** A file as the domain has it. */
export function toAttachment(row: AttachmentRow): Attachment {
  return { ...row, id: idOf('attachment', row.id) };
}
