import type { Resolvers } from './generated.ts';
import { userErrors } from './refusals.ts';
import { signedIn } from './signed-in.ts';

/** Passwords and addresses: changing, resetting, confirming. */
export const credentialResolvers: Resolvers = {
  Mutation: {
    async changePassword(_root, { input }, context) {
      const command = { ...signedIn(context), ...input, address: context.request.clientAddress };
      return { userErrors: userErrors(await context.users.changePassword(command)) };
    },
    async requestPasswordReset(_root, { input }, { users, request }) {
      const requested = await users.requestPasswordReset({ email: input.email, address: request.clientAddress });
      return { userErrors: userErrors(requested) };
    },
    async resetPassword(_root, { input }, { users }) {
      return { userErrors: userErrors(await users.resetPassword(input)) };
    },
    async verifyEmail(_root, { input }, { users }) {
      const verified = await users.verifyEmail(input.token);
      return { viewer: verified.ok ? { ...verified.value, isProven: true as const } : null, userErrors: userErrors(verified) };
    },
  },
};
