import { expect, it } from 'vitest';
import { chatEvening } from '../story/evening/evening.ts';
import { isEven } from '../story/evening/ledger.ts';
import { startStoryServer } from '../story/story-server.ts';
import { storyTeller } from '../story/steps.ts';

it('brings every client of an evening everything once and in order, though lines break and the server is killed', async () => {
  await using server = await startStoryServer(process.env);
  const { ledger } = await chatEvening(
    server,
    storyTeller(() => undefined),
    1,
  );
  expect(ledger).toHaveLength(20);
  expect(ledger.filter((row) => !isEven(row))).toEqual([]);
}, 120_000);
