import type { Page, Slice } from '@veza/kernel';
import type { Ban } from '../../domain/ban.ts';
import type { CommunityId, Member, RoleId, UserId } from '../../domain/community.ts';
import type { Departure } from '../../domain/event/stream-end.ts';
import type { Ranked } from '../../domain/hierarchy.ts';
import type { JoinPlace } from './community.ts';

/** Members of communities. Access is the caller's business. */
export interface MemberReader {
  /** By the time of joining. @param search beginning of a nickname, display name or username, in any case; null = everybody */
  list(communityId: CommunityId, search: string | null, slice: Slice<JoinPlace<UserId>>): Promise<Page<Member>>;
  /** By person; whoever is no member has no entry. */
  find(communityId: CommunityId, userIds: readonly UserId[]): Promise<ReadonlyMap<UserId, Member>>;
  /** Bans that have not ended, newest first. */
  listBans(communityId: CommunityId, slice: Slice<BanPlace>): Promise<Page<Ban>>;
}

/** Place in the list of bans. */
export interface BanPlace {
  readonly createdAt: Date;
  readonly userId: UserId;
}

/** Messages of one person in one community that are to be deleted. */
export interface MessageSweep {
  readonly communityId: CommunityId;
  readonly userId: UserId;
  readonly actorId: UserId;
  /** First and last instant of sending, both included. */
  readonly since: Date;
  readonly until: Date;
}

/** A member as far as management is concerned. */
export interface MemberStanding extends Ranked {
  readonly userId: UserId;
  readonly nickname: string | null;
  readonly roleIds: readonly RoleId[];
  readonly timedOutUntil: Date | null;
}

/** Members and bans within one transaction. The community is locked first. */
export interface MemberWriter {
  /** Undefined when the person is no member. */
  find(communityId: CommunityId, userId: UserId): Promise<MemberStanding | undefined>;
  setNickname(communityId: CommunityId, userId: UserId, nickname: string | null): Promise<void>;
  /** @param until end of the time-out; null ends it now */
  setTimeOut(communityId: CommunityId, userId: UserId, until: Date | null): Promise<void>;
  /** Ends a membership with its roles and threads and remembers how; false when there was none. */
  remove(communityId: CommunityId, userId: UserId, how: Departure, at: Date): Promise<boolean>;
  /** Puts a ban in the place of whatever ban there was. */
  ban(ban: Ban): Promise<void>;
  /** Has messages of a person deleted, by and by. */
  scheduleSweep(sweep: MessageSweep): Promise<void>;
  /** False when there was no ban. */
  unban(communityId: CommunityId, userId: UserId): Promise<boolean>;
  /** The ban that stands at `now`. */
  findBan(communityId: CommunityId, userId: UserId, now: Date): Promise<Ban | undefined>;
}
