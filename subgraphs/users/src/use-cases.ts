import type { AccessTokenSigner } from '@veza/auth';
import type { UsersAdapters } from './adapters.ts';
import { changePassword } from './application/account/change-password.ts';
import { getViewer } from './application/account/get-viewer.ts';
import { requestPasswordReset } from './application/account/request-password-reset.ts';
import { resetPassword } from './application/account/reset-password.ts';
import { signUp } from './application/account/sign-up.ts';
import { updateProfile } from './application/account/update-profile.ts';
import { verifyEmail } from './application/account/verify-email.ts';
import { endMisusedSession } from './application/session/end-misused-session.ts';
import { issueSession, startSession } from './application/session/issue-session.ts';
import { listSessions } from './application/session/list-sessions.ts';
import { refreshSession } from './application/session/refresh-session.ts';
import { revokeSession } from './application/session/revoke-session.ts';
import { signIn } from './application/session/sign-in.ts';
import { signOut } from './application/session/sign-out.ts';
import type { UsersUseCases } from './application/use-cases.ts';

/** The use cases on their adapters. */
export function usersUseCases(
  adapters: UsersAdapters,
  { accessTokens, cursorSecret }: { readonly accessTokens: AccessTokenSigner; readonly cursorSecret: Uint8Array },
): UsersUseCases {
  const { accounts, roles, sessions } = adapters.reads;
  const common = {
    ...adapters,
    accounts,
    startSession: startSession(adapters),
    issueSession: issueSession({ accessTokens, accounts, roles }),
    endMisusedSession: endMisusedSession(adapters),
  };
  return {
    signUp: signUp(common),
    signIn: signIn(common),
    refreshSession: refreshSession(common),
    signOut: signOut(common),
    revokeSession: revokeSession(common),
    changePassword: changePassword(common),
    requestPasswordReset: requestPasswordReset(common),
    resetPassword: resetPassword(common),
    verifyEmail: verifyEmail(common),
    updateProfile: updateProfile(common),
    getViewer: getViewer(adapters.reads, adapters.clock),
    listSessions: listSessions({ sessions, cursorSecret, clock: adapters.clock }),
    accounts,
    sessions,
    roles,
  };
}
