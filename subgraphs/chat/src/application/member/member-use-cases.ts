import type { GuardText } from '../auto-mod/guard-text.ts';
import type { Management } from '../management/management.ts';
import type { MemberReader } from '../ports/member.ts';
import { banMember } from './ban-member.ts';
import { kickMember } from './kick-member.ts';
import { listBans } from './list-bans.ts';
import { setNickname } from './set-nickname.ts';
import { liftTimeOut, timeOutMember } from './time-out-member.ts';
import { unbanMember } from './unban-member.ts';

/** Members: naming them, and parting with them. */
export function memberUseCases(deps: Management & { readonly members: MemberReader; readonly guard: GuardText }) {
  return {
    setNickname: setNickname(deps),
    kickMember: kickMember(deps),
    banMember: banMember(deps),
    unbanMember: unbanMember(deps),
    timeOutMember: timeOutMember(deps),
    liftTimeOut: liftTimeOut(deps),
    listBans: listBans(deps),
  };
}

export type MemberUseCases = ReturnType<typeof memberUseCases>;
