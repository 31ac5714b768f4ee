import { chatBench } from './chat/bench.ts';
import { fanoutBench } from './fanout/bench.ts';
import { firstLight } from './first-light.ts';
import { gatewayBench } from './gateway/bench.ts';
import { tracksBench } from './tracks/bench.ts';

/** Benchmarks by the name that `npm run bench -- NAME` takes. */
const BENCHMARKS: Readonly<Record<string, () => Promise<void>>> = {
  'first-light': firstLight,
  gateway: gatewayBench,
  fanout: fanoutBench,
  tracks: tracksBench,
  chat: chatBench,
};

const name = process.argv[2] ?? '';
const benchmark = BENCHMARKS[name];
if (benchmark) await benchmark();
else {
  console.error(`there is no benchmark "${name}"; these are: ${Object.keys(BENCHMARKS).join(', ')}`);
  process.exitCode = 1;
}
