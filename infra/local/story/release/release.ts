import type { StoryServer } from '../story-server.ts';
import { signUp } from '../people.ts';
import type { StoryTeller } from '../steps.ts';
import { comeOut } from './coming-out.ts';
import { leave } from './leaving.ts';
import { listen } from './listening.ts';
import { makeSongs } from './making.ts';

/** A record from the upload to its last day: made over a crash, heard before it is out, released, played, mastered again, taken away. */
export async function recordRelease(server: StoryServer, teller: StoryTeller): Promise<void> {
  const [ada, ben] = await teller.step('SignUp: Ada, Ben', async () => ({
    result: [await signUp(server.url, 'Ada'), await signUp(server.url, 'Ben')] as const,
    seen: 'two people',
  }));
  const songs = await makeSongs(server, teller, ada);
  const playlistId = await comeOut(server.url, teller, [ada, ben], songs);
  await listen(teller, ben, playlistId, songs[1]);
  await leave(teller, ada, ben, songs);
  await Promise.all([ada.app.close(), ben.app.close()]);
}
