import { err, ok, type Result } from '@veza/kernel';
import type { Role } from '../../domain/community.ts';
import { type ChatFailure, invalid } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import { cleanName } from '../../domain/message/text.ts';

const COLOR = /^#[0-9a-f]{6}$/;

/** Name and colour as they are kept. Fails with INVALID. */
export function roleDescription(
  given: Pick<Role, 'name' | 'color'>,
  limits: ChatLimits,
): Result<Pick<Role, 'name' | 'color'>, ChatFailure> {
  const name = cleanName(given.name, limits.nameLength);
  if (name === undefined) return err(invalid(`a name has 1 to ${limits.nameLength} characters`, 'name'));
  const color = given.color?.toLowerCase() ?? null;
  if (color !== null && !COLOR.test(color)) return err(invalid('a colour is written #rrggbb', 'color'));
  return ok({ name, color });
}
