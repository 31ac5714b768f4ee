import type { ChangePassword } from './account/change-password.ts';
import type { GetViewer } from './account/get-viewer.ts';
import type { AccountRepository, RoleRepository } from './account/ports.ts';
import type { RequestPasswordReset } from './account/request-password-reset.ts';
import type { ResetPassword } from './account/reset-password.ts';
import type { SignUp } from './account/sign-up.ts';
import type { UpdateProfile } from './account/update-profile.ts';
import type { VerifyEmail } from './account/verify-email.ts';
import type { ListSessions } from './session/list-sessions.ts';
import type { SessionRepository } from './session/ports.ts';
import type { RefreshSession } from './session/refresh-session.ts';
import type { RevokeSession } from './session/revoke-session.ts';
import type { SignIn } from './session/sign-in.ts';
import type { SignOut } from './session/sign-out.ts';

/** What this subgraph can be asked to do, by the names of the API. */
export interface UsersUseCases {
  readonly signUp: SignUp;
  readonly signIn: SignIn;
  readonly refreshSession: RefreshSession;
  readonly signOut: SignOut;
  readonly revokeSession: RevokeSession;
  readonly changePassword: ChangePassword;
  readonly requestPasswordReset: RequestPasswordReset;
  readonly resetPassword: ResetPassword;
  readonly verifyEmail: VerifyEmail;
  readonly updateProfile: UpdateProfile;
  readonly getViewer: GetViewer;
  readonly listSessions: ListSessions;
  /** Reads that decide nothing. */
  readonly accounts: Pick<AccountRepository, 'findUsers' | 'findUserByUsername'>;
  readonly sessions: Pick<SessionRepository, 'findLive'>;
  readonly roles: Pick<RoleRepository, 'list'>;
}
