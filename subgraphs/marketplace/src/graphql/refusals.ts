import { userError, type UserErrorShape } from '@veza/graphql';
import type { Problem } from '../domain/problem.ts';

const MESSAGES: Readonly<Partial<Record<Problem['code'], string>>> = {
  UPLOAD_NOT_READY: 'This upload has not arrived whole yet.',
  LISTING_INCOMPLETE: 'This is missing before the listing can be published.',
};

/** Problems as the payload's `userErrors`. */
export function userErrors(problems: readonly Problem[]): readonly UserErrorShape<Problem['code']>[] {
  return problems.map((problem) => userError({ ...problem, message: MESSAGES[problem.code] }));
}
