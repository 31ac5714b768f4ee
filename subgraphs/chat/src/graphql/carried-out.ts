import type { UserErrorShape } from '@veza/graphql';
import type { Result } from '@veza/kernel';
import type { ChatFailure, ChatFailureCode } from '../domain/failure.ts';
import type { ChatContext } from './context.ts';
import { refusals } from './refusals.ts';

/** A payload: its fields, which are null when nothing happened, and the refusals. */
export type Payload<Fields> = { readonly [Field in keyof Fields]: Fields[Field] | null } & {
  readonly userErrors: readonly UserErrorShape<ChatFailureCode>[];
};

/** How a payload is made: its fields when nothing happened, and when something did. */
export interface PayloadFields<T, Fields> {
  readonly empty: { readonly [Field in keyof Fields]: null };
  readonly fields: (value: T) => Promise<Fields> | Fields;
}

/**
 * A mutation's answer: what `fields` makes of its value, read anew, or the refusals beside empty fields.
 * @throws GraphQLError RATE_LIMITED
 */
export async function carriedOut<T, Fields extends object>(
  { loaders }: Pick<ChatContext, 'loaders'>,
  result: Result<T, ChatFailure>,
  { empty, fields }: PayloadFields<T, Fields>,
): Promise<Payload<Fields>> {
  if (!result.ok) return { ...empty, userErrors: refusals(result.error) };
  loaders.clear();
  return { ...(await fields(result.value)), userErrors: [] };
}
