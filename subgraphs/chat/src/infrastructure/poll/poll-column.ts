import { type SQL, sql } from 'drizzle-orm';
import type { Poll } from '../../domain/poll.ts';
import { optionalInstant } from '../id-columns.ts';

/** The poll of a message. */
export interface PollRow {
  readonly question: string;
  readonly is_multiple: boolean;
  readonly closes_at: string;
  readonly closed_at: string | null;
  readonly voter_count: number;
  readonly options: readonly { readonly text: string; readonly voteCount: number }[];
}

/** The `PollRow` of `message m`; null where it asks nothing. */
export const pollColumn: SQL = sql`
  (select jsonb_build_object('question', p.question, 'is_multiple', p.is_multiple, 'closes_at', p.closes_at, 'closed_at', p.closed_at,
     'voter_count', p.voter_count, 'options', (
       select jsonb_agg(jsonb_build_object('text', o.text, 'voteCount', o.vote_count) order by o.place) from poll_option o
       where o.channel_id = p.channel_id and o.message_id = p.message_id))
   from poll p where p.channel_id = m.channel_id and p.message_id = m.id)`;

/** A row as the domain has it. */
export function toPoll(row: PollRow): Poll {
  return {
    question: row.question,
    options: row.options,
    isMultiple: row.is_multiple,
    closesAt: new Date(row.closes_at),
    closedAt: optionalInstant(row.closed_at),
    voterCount: row.voter_count,
  };
}
