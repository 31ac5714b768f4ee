import { aroundTheSong } from './around-the-song.ts';
import { hostileFiles } from './hostile-files.ts';
import { liveChat, openCommunity } from './live-chat.ts';
import { people } from './people.ts';
import { pictures } from './pictures.ts';
import { songOnAir } from './song-on-air.ts';
import type { StoryTeller } from './steps.ts';
import { wavSong } from './song.ts';

/** Length of the song, long enough for several segments. */
const SONG_SECONDS = 12;

/** Two strangers, one song: everything that a newcomer does in the first five minutes, in order. */
export async function firstLight(url: string, teller: StoryTeller): Promise<void> {
  const [ada, ben] = await people(url, teller);
  const trackId = await songOnAir(teller, ada, ben, wavSong({ seconds: SONG_SECONDS }));
  await pictures(teller, ada, ben, trackId);
  const channelId = await openCommunity(teller, ada, ben);
  await liveChat(teller, ada, ben, { channelId, trackId });
  await aroundTheSong(teller, ada, ben, trackId);
  await hostileFiles(teller, ada);
  await Promise.all([ada.app.close(), ben.app.close()]);
}
