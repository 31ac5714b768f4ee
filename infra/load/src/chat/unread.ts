import { toUuid } from '@veza/kernel';
import { median } from '../numbers/median.ts';
import type { Stage } from './throughput.ts';

const SAMPLES = 100;
const WARM_UP = 20;

/** How long the unread counts of somebody's communities take, in a community of few and of very many. Milliseconds, medians. */
export interface UnreadCounts {
  readonly few: { readonly members: number; readonly ms: number };
  readonly many: { readonly members: number; readonly ms: number };
}

async function countsMs({ place }: Stage): Promise<number> {
  const times: number[] = [];
  for (let sample = 0; sample < WARM_UP + SAMPLES; sample += 1) {
    const startedAt = performance.now();
    const { viewer } = await place.owner.app.data<{ viewer: { communities: { nodes: readonly { readonly unreadCount: number }[] } } }>(
      'MyCommunities',
    );
    if (viewer.communities.nodes.length !== 1) throw new Error('the community is not counted');
    if (sample >= WARM_UP) times.push(performance.now() - startedAt);
  }
  return median(times);
}

/** Adds members who never do anything, and counts before and after. */
export async function unreadCounts(stage: Stage, members: number): Promise<UnreadCounts> {
  const { database, place } = stage;
  const before = await countsMs(stage);
  await database.$client`
    insert into member (community_id, user_id, joined_at)
    select ${toUuid('community', place.communityId)}::uuid, gen_random_uuid(), now() from generate_series(1, ${members}::int)`;
  await database.$client`analyze member`;
  return { few: { members: place.tokens.length + 1, ms: before }, many: { members, ms: await countsMs(stage) } };
}
