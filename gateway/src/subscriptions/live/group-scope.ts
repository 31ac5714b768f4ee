import { scopeOf as requestScopeOf } from '../../plan/scope.ts';
import type { SubscriptionPlan } from '../../plan/subscription-plan.ts';
import type { CallMeta } from '../../transport/port.ts';

/** Who may share a group. */
export interface GroupScope {
  /** Equal for those who may. */
  readonly key: string;
  /** Whether it is everybody who is admitted, and not the devices of one person. */
  readonly isTopic: boolean;
}

const TOPIC: GroupScope = { key: 'topic', isTopic: true };

/**
 * A topic is shared by everybody where nothing selected depends on who looks; whom nobody could admit stays alone. Other streams are shared
 * by the devices of one person, and in a foreign supergraph by whoever sends the same headers.
 */
export function scopeOf({ isShareable, askAdmission }: Pick<SubscriptionPlan, 'isShareable' | 'askAdmission'>, meta: CallMeta): GroupScope {
  const { caller, forwardedHeaders } = meta;
  if (forwardedHeaders) return { key: requestScopeOf(meta).key, isTopic: false };
  if (isShareable && (caller.kind === 'user' || !askAdmission)) return TOPIC;
  if (caller.kind !== 'user') return { key: caller.kind, isTopic: false };
  return { key: `user ${caller.userId} ${caller.scopes.toSorted().join(' ')}`, isTopic: false };
}
