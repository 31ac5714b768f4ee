import { type Clock, err, ok, type Result } from '@veza/kernel';
import type { UserId } from '../../domain/community.ts';
import type { RateLimited } from '../../domain/failure.ts';
import type { InvitePreview } from '../../domain/invite.ts';
import type { CommunityReader } from '../ports/community.ts';
import type { RateTaker } from '../rates.ts';

interface Dependencies {
  readonly communities: CommunityReader;
  readonly takeRate: RateTaker;
  readonly clock: Clock;
}

/** What an open invite leads to; undefined for unknown, expired and used-up codes alike. Looking counts like joining, so that nobody can try codes. */
export function previewInvite({ communities, takeRate, clock }: Dependencies) {
  return async (viewerId: UserId, code: string): Promise<Result<InvitePreview | undefined, RateLimited>> => {
    const limited = await takeRate('join', viewerId);
    return limited ? err(limited) : ok(await communities.previewInvite(code, clock()));
  };
}
