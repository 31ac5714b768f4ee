import { type Id, toId, typeIdPrefix } from '@veza/kernel';
import type { EventEnvelope } from '@veza/messaging';
import type { SocialEvents } from '@veza/schema/events';
import type { ModerateTrack, ModerationDecision } from '../../application/track/moderate-track.ts';
import type { TracksRepositories } from '../../application/unit-of-work.ts';

/** Topic of what moderators decide. */
export const MODERATION_TOPIC = 'social.moderation-decided.v1' satisfies keyof SocialEvents;

/** What decisions mean here. The track of a suspended artist is hidden; the suspension itself is the users subgraph's. */
const EFFECTS: Readonly<Record<SocialEvents[typeof MODERATION_TOPIC]['decision'], ModerationDecision['effect']>> = {
  DISMISS: 'SHOW',
  HIDE_SUBJECT: 'HIDE',
  SUSPEND_AUTHOR: 'HIDE',
  REMOVE_SUBJECT: 'REMOVE',
};

/** Hands a decision about a track on; those about other things are not for this subgraph. */
export async function onModerationDecided(
  moderate: ModerateTrack,
  repositories: TracksRepositories,
  { data }: EventEnvelope,
): Promise<void> {
  const { caseId, decisionNo, subjectId, decision } = data as SocialEvents[typeof MODERATION_TOPIC];
  if (typeIdPrefix(subjectId) !== 'track') return;
  const trackId = toId('track', subjectId) as Id<'track'>;
  await moderate(repositories, { caseId, decisionNo, trackId, effect: EFFECTS[decision] });
}
