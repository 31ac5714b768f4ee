import { instantOf, type Transaction, uuid } from '@veza/postgres';
import { eq, sql } from 'drizzle-orm';
import type { PlayRepository } from '../../application/play/ports.ts';
import { SEGMENT_SECONDS } from '../../domain/audio/ladder.ts';
import { NEW_ACCOUNT_PLAYS } from '../../domain/play/decide-play.ts';
import { listen, playDecision, track } from '../tables.ts';

interface Facts extends Record<string, unknown> {
  readonly has_grant: boolean;
  readonly segments: number;
  readonly last_counted_at: Date | string | null;
  readonly today: number;
  readonly in_hour: number;
  readonly ever: number;
  readonly of_network: number;
}

/** Decisions in one transaction. */
export function postgresPlayRepository(tx: Transaction): PlayRepository {
  return {
    async factsOf({ userId, trackId, network, creditedMs, enoughAt }, lid, now) {
      const person = uuid('user', userId);
      const piece = uuid('track', trackId);
      const at = instantOf(now);
      const counted = sql`play_decision where decision = 'COUNTED'`;
      const midnight = sql`date_trunc('day', ${at}, 'UTC')`;
      const [facts] = await tx.execute<Facts>(sql`
        select
          exists (select from stream_grant where user_id = ${person} and track_id = ${piece} and granted_at > ${at} - interval '1 day') as has_grant,
          (select count(distinct segment)::int from media_delivery
            where lid = ${lid} and aid in (select aid from asset where track_id = ${piece}) and delivered_at > ${at} - interval '1 day') as segments,
          (select max(decided_at) from ${counted} and user_id = ${person} and track_id = ${piece}) as last_counted_at,
          (select count(*)::int from ${counted} and user_id = ${person} and track_id = ${piece} and decided_at >= ${midnight}) as today,
          (select count(*)::int from ${counted} and user_id = ${person} and decided_at > ${at} - interval '1 hour') as in_hour,
          (select count(*)::int from (select from ${counted} and user_id = ${person} limit ${NEW_ACCOUNT_PLAYS}) first_plays) as ever,
          (select count(distinct user_id)::int from ${counted} and track_id = ${piece} and decided_at >= ${midnight}
            and network = ${network} and user_id <> ${person}) as of_network`);
      const { has_grant: hasGrant, segments, last_counted_at: last, today, in_hour: inHour, ever, of_network: ofNetwork } = facts!;
      return {
        creditedMs,
        waitedMs: now.getTime() - (enoughAt ?? now).getTime(),
        hasGrant,
        deliveredMs: segments * SEGMENT_SECONDS * 1000,
        sinceLastCountedMs: last === null ? undefined : now.getTime() - new Date(last).getTime(),
        countedToday: today,
        countedInHour: inHour,
        countedEver: ever,
        otherListenersOfNetwork: ofNetwork,
      };
    },

    async decide({ listen: decided, decision, rule, decidedAt }) {
      const { id: listenId, trackId, userId, network, creditedMs } = decided;
      await tx.insert(playDecision).values({ listenId, trackId, userId, network, decision, rule, creditedMs, decidedAt });
      await tx.update(listen).set({ dueAt: null }).where(eq(listen.id, listenId));
      if (decision !== 'COUNTED') return;
      await tx
        .update(track)
        .set({ playCount: sql`${track.playCount} + 1` })
        .where(eq(track.id, trackId));
    },
  };
}
