import { firstLight } from './first-light.ts';
import { storyTeller } from './steps.ts';

const url = (process.env['VEZA_PUBLIC_URL'] ?? `http://localhost:${process.env['PORT'] ?? 4000}`).replace(/\/$/, '');
const teller = storyTeller((line) => console.log(line));
const startedAt = performance.now();

console.log(`The story "first light", played against ${url}\n`);
try {
  await firstLight(url, teller);
  console.log(`\n${teller.steps.length} steps in ${((performance.now() - startedAt) / 1000).toFixed(1)} s: everything as expected`);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`\nThe story ends after ${teller.steps.length} steps: ${reason}`);
  process.exitCode = 1;
}
