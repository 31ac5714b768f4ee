import { ok } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import type { AutoModRule } from '../../domain/auto-mod/auto-mod-rule.ts';
import type { CompilePattern } from '../../domain/auto-mod/pattern.ts';
import { judge, type Judge } from '../../domain/auto-mod/judge.ts';
import type { ChannelAccess } from '../../domain/channel-access.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { CommunityId, RoleId, UserId } from '../../domain/community.ts';
import type { ChatFailure } from '../../domain/failure.ts';
import { hasPermission, type PermissionBits } from '../../domain/permissions.ts';
import type { Management } from '../management/management.ts';
import type { AutoModReader } from '../ports/auto-mod.ts';

/** A text about to be written, and who writes it where. */
export interface GuardedText {
  readonly text: string;
  readonly path: string;
  readonly authorId: UserId;
  readonly communityId: CommunityId;
  /** Null outside of channels. */
  readonly channelId: ChannelId | null;
  /** The channel that a thread hangs on, whose exemptions are the thread's. */
  readonly parentId?: ChannelId | null;
  readonly permissions: PermissionBits;
  readonly roleIds: readonly RoleId[];
  /** Epoch under which all of this was read; every change of rules raises it. */
  readonly accessEpoch: number;
}

/** Judges texts by the rules of their community, and carries out what a rule asks for. */
export interface TextRules {
  /** The first rule that catches the text. Nothing happens yet. */
  catching(guarded: GuardedText | undefined): Promise<AutoModRule | undefined>;
  /** Notes the hit in the audit log, without the text, carries out the time-out of the rule, and answers AUTOMOD_BLOCKED. */
  refuse(rule: AutoModRule, guarded: GuardedText): Promise<ChatFailure>;
}

/** Refuses what a rule catches. Undefined = a text that no rule reaches. */
export type GuardText = (guarded: GuardedText | undefined) => Promise<ChatFailure | undefined>;

/** A message's text as it is guarded; undefined in a conversation, which has no rules. */
export function inChannel(text: string, authorId: UserId, access: ChannelAccess): GuardedText | undefined {
  const { id, communityId, thread } = access.channel;
  if (communityId === null) return undefined;
  const { permissions, roleIds, accessEpoch } = access;
  return {
    text,
    path: 'content',
    authorId,
    communityId,
    channelId: id,
    parentId: thread?.parentId ?? null,
    permissions,
    roleIds,
    accessEpoch,
  };
}

/** Communities whose rules are kept ready. */
const CAPACITY = 1_000;

interface Ready {
  readonly accessEpoch: number;
  readonly judge: Promise<Judge>;
}

/** Where rules come from, and what makes their patterns ready. */
export interface RuleSources {
  readonly autoMod: AutoModReader;
  readonly compilePattern: CompilePattern;
}

/** The rules of all communities. Administrators write what they like. Rules are read once for each epoch of a community's permissions. */
export function textRules({ perform, clock, autoMod, compilePattern }: Management & RuleSources): TextRules {
  const ready = new Map<CommunityId, Ready>();

  const judgeOf = ({ communityId, accessEpoch }: GuardedText): Promise<Judge> => {
    const known = ready.get(communityId);
    if (known?.accessEpoch === accessEpoch) return known.judge;
    if (ready.size >= CAPACITY) ready.clear();
    const fresh = autoMod.list(communityId).then((rules) => judge(rules, compilePattern));
    fresh.catch(() => ready.delete(communityId));
    ready.set(communityId, { accessEpoch, judge: fresh });
    return fresh;
  };

  const note = (rule: AutoModRule, { authorId, communityId, channelId }: GuardedText) =>
    perform({
      actorId: authorId,
      isUnlimited: true,
      admit: (admit) => admit.toCommunity(authorId, communityId, { needed: 'MEMBERSHIP' }),
      async perform({ members }) {
        const audit = auditDraft('AUTO_MOD_HIT', { subjectId: rule.id, userId: authorId, channelId });
        if (rule.timeOutSeconds === 0) return ok({ value: null, done: { audit, change: null, changesAccess: false } });
        await members.setTimeOut(communityId, authorId, new Date(clock().getTime() + rule.timeOutSeconds * 1000));
        return ok({ value: null, done: { audit, change: { kind: 'MEMBER', userId: authorId }, changesAccess: true } });
      },
    });

  return {
    async catching(guarded) {
      if (!guarded || hasPermission(guarded.permissions, 'ADMINISTRATOR')) return undefined;
      return (await judgeOf(guarded))(guarded);
    },
    async refuse(rule, guarded) {
      await note(rule, guarded);
      return { code: 'AUTOMOD_BLOCKED', path: [guarded.path], message: `A rule of this community does not allow this: ${rule.name}.` };
    },
  };
}

/** Refuses with AUTOMOD_BLOCKED what a rule of the community catches, with all that follows from it. */
export function guardText(rules: TextRules): GuardText {
  return async (guarded) => {
    const caught = await rules.catching(guarded);
    return caught && guarded && rules.refuse(caught, guarded);
  };
}
