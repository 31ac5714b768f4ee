import { startStoryServer } from './story-server.ts';
import { chatEvening } from './evening/evening.ts';
import { ledgerTable } from './evening/ledger.ts';
import { firstLight } from './first-light.ts';
import { recordRelease } from './release/release.ts';
import { type StoryTeller, storyTeller } from './steps.ts';

/** Rounds of talk before and after the crash: some four minutes. */
const EVENING_ROUNDS = 40;

const runningServer = () => (process.env['VEZA_PUBLIC_URL'] ?? `http://localhost:${process.env['PORT'] ?? 4000}`).replace(/\/$/, '');

async function playFirstLight(teller: StoryTeller): Promise<void> {
  const url = runningServer();
  console.log(`The story "first light", played against ${url}\n`);
  await firstLight(url, teller);
}

async function playChat(teller: StoryTeller): Promise<void> {
  console.log('The story "chat": an evening of a community, with a server of its own\n');
  await using server = await startStoryServer(process.env);
  const { ledger, isEven } = await chatEvening(server, teller, EVENING_ROUNDS);
  console.log(['', ...ledgerTable(ledger)].join('\n'));
  if (!isEven) throw new Error('the ledger is not even');
}

async function playTracks(teller: StoryTeller): Promise<void> {
  console.log('The story "tracks": a record from its upload to its last day, with a server of its own\n');
  await using server = await startStoryServer(process.env);
  await recordRelease(server, teller);
}

/** Stories by the name that `npm run story -- NAME` takes. */
const STORIES: Readonly<Record<string, (teller: StoryTeller) => Promise<void>>> = {
  'first-light': playFirstLight,
  chat: playChat,
  tracks: playTracks,
};

const name = process.argv[2] ?? 'first-light';
const story = STORIES[name];
const teller = storyTeller((line) => console.log(line));
const startedAt = performance.now();
try {
  if (!story) throw new Error(`there is no story "${name}"; these are: ${Object.keys(STORIES).join(', ')}`);
  await story(teller);
  console.log(`\n${teller.steps.length} steps in ${((performance.now() - startedAt) / 1000).toFixed(1)} s: everything as expected`);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`\nThe story ends after ${teller.steps.length} steps: ${reason}`);
  process.exitCode = 1;
}
