import { type Id, NIL_UUID, toId, toUuid } from '@veza/kernel';
import type { RoleId, UserId } from '../community.ts';

/** Code is quoted text: names in it call nobody. Fenced blocks first, then spans within a line. */
const CODE = /```[\s\S]*?```|`[^`\n]+`/gu;
const USER = /<@(user_[0-9a-hjkmnp-tv-z]{26})>/gu;
const ROLE = /<@&(role_[0-9a-hjkmnp-tv-z]{26})>/gu;
const EVERYONE = /(?<![\w@])@everyone\b/u;
const HERE = /(?<![\w@])@here\b/u;

/** Whom a text calls, outside code, each once and in the order of their ids. */
export interface NamedInText {
  /** Named as `<@user_…>`. */
  readonly users: readonly UserId[];
  /** Named as `<@&role_…>`. */
  readonly roles: readonly RoleId[];
  /** Whether it says `@everyone`. */
  readonly everyone: boolean;
  /** Whether it says `@here`. */
  readonly here: boolean;
}

/** Whom a message calls: members who see its channel, and roles. `@everyone` is the everyone-role. */
export interface Mentions {
  readonly users: readonly UserId[];
  readonly roles: readonly RoleId[];
  /** Those who are there to hear `@here`; they are called and not shown. */
  readonly here: readonly UserId[];
}

/** Nobody. */
export const NO_MENTIONS: Mentions = Object.freeze({ users: [], roles: [], here: [] });

/** The people and roles whom a text names. */
export function namedInText(content: string): NamedInText {
  const spoken = content.replace(CODE, ' ');
  return { users: ids('user', spoken, USER), roles: ids('role', spoken, ROLE), everyone: EVERYONE.test(spoken), here: HERE.test(spoken) };
}

function ids<Prefix extends string>(prefix: Prefix, spoken: string, pattern: RegExp): readonly Id<Prefix>[] {
  const named = Array.from(spoken.matchAll(pattern), ([, id]) => id ?? '').filter((id) => toUuid(prefix, id) !== NIL_UUID);
  return Array.from(new Set(named), (id) => toId(prefix, id)).toSorted();
}
