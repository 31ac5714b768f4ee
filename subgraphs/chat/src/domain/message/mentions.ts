import { NIL_UUID, toId, toUuid } from '@veza/kernel';
import type { UserId } from '../community.ts';

/** Code is quoted text: names in it call nobody. Fenced blocks first, then spans within a line. */
const CODE = /```[\s\S]*?```|`[^`\n]+`/gu;
const USER = /<@(user_[0-9a-hjkmnp-tv-z]{26})>/gu;

/** The people whom a text names as `<@user_…>`, outside code, each once and in the order of their ids. */
export function mentionedUsers(content: string): readonly UserId[] {
  const spoken = content.replace(CODE, ' ');
  const named = Array.from(spoken.matchAll(USER), ([, id]) => id ?? '').filter((id) => toUuid('user', id) !== NIL_UUID);
  return Array.from(new Set(named), (id) => toId('user', id)).toSorted();
}
