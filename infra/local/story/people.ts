import { randomBytes } from 'node:crypto';
import { appClient, type AppClient } from './client.ts';
import type { StoryTeller } from './steps.ts';

/** A person of the story with the device they hold. */
export interface Person {
  readonly id: string;
  readonly username: string;
  readonly password: string;
  readonly app: AppClient;
  readonly refreshToken: string;
}

interface SessionData {
  readonly session: { readonly accessToken: string; readonly refreshToken: string; readonly user: { readonly id: string } };
}

/** Signs up somebody new; names are random so that the story can be played again on the same data. */
export async function signUp(url: string, displayName: string): Promise<Person> {
  const username = `${displayName.toLowerCase()}_${randomBytes(4).toString('hex')}`;
  const password = randomBytes(12).toString('base64url');
  const input = { username, email: `${username}@example.org`, password, displayName };
  const { signUp: payload } = await appClient(url).data<{ signUp: SessionData }>('SignUp', { input });
  const { accessToken, refreshToken, user } = payload.session;
  return { id: user.id, username, password, app: appClient(url, accessToken), refreshToken };
}

/** A refresh token buys one successor; whoever comes with it again ends the whole family. */
async function rotate(url: string, { username, password }: Person): Promise<string> {
  const app = appClient(url);
  const { signIn } = await app.data<{ signIn: SessionData }>('SignIn', { input: { identifier: username, password, deviceName: 'story' } });
  const first = signIn.session.refreshToken;
  const { refreshSession } = await app.data<{ refreshSession: SessionData }>('RefreshSession', { input: { refreshToken: first } });
  const again = await app.send('RefreshSession', { input: { refreshToken: first } });
  const family = await app.send('RefreshSession', { input: { refreshToken: refreshSession.session.refreshToken } });
  const codes = [again, family].map(
    ({ data }) => (data as unknown as { refreshSession: { userErrors: { code: string }[] } }).refreshSession.userErrors[0]?.code,
  );
  if (codes.join() !== 'INVALID_REFRESH_TOKEN,INVALID_REFRESH_TOKEN') throw new Error(`a token used twice answered ${codes.join()}`);
  return 'rotated once; a second use ended the family';
}

/** Chapter one: two people come, one signs in on a second device, both see who they are. */
export async function people(url: string, { step }: StoryTeller): Promise<readonly [Person, Person]> {
  const ada = await step('SignUp: Ada', async () => ({ result: await signUp(url, 'Ada'), seen: 'session with tokens' }));
  const ben = await step('SignUp: Ben', async () => ({ result: await signUp(url, 'Ben'), seen: 'session with tokens' }));
  await step('SignIn, RefreshSession', async () => ({ result: undefined, seen: await rotate(url, ada) }));
  await step('Viewer', async () => {
    const { viewer } = await ada.app.data<{ viewer: { user: { username: string } } }>('Viewer');
    if (viewer.user.username !== ada.username) throw new Error(`Ada is told that she is ${viewer.user.username}`);
    return { result: undefined, seen: viewer.user.username };
  });
  return [ada, ben];
}
