import { PROFILE, TRACK, type BenchQuery } from '../federation/queries.ts';
import { markdownTable } from '../numbers/table.ts';
import { sessions } from '../ours/sessions.ts';
import { installPeers } from '../peers.ts';
import { startChild, type Child } from '../process/child.ts';
import { callsForAliases } from './aliases.ts';
import { startCandidates, type Candidate } from './candidates.ts';
import { startFederation, type Federation } from './fixture.ts';
import { goals, type Measured } from './goals.ts';
import { planningEffect } from './planning.ts';
import { medians, round, type Figures } from './rounds.ts';
import { expectedDigests, verify } from './verify.ts';

const PEOPLE = 64;
const CONNECTIONS = 32;
const ROUNDS = 5;
const SECONDS = 4;
/** The generator must be able to ask this many times more than the fastest gateway answers. */
const GENERATOR_MARGIN = 3;

/** What all parts of a run use. */
interface Run {
  readonly federation: Federation;
  readonly candidates: readonly Candidate[];
  readonly generator: Child;
  readonly tokens: () => Promise<readonly string[]>;
}

/** Each server in turn, and that five times, so that what else the machine does meets all alike. */
async function measure(query: BenchQuery, { candidates, generator, tokens }: Run): Promise<Measured> {
  const rounds = new Map<string, Figures[]>(candidates.map(({ name }) => [name, []]));
  for (let count = 0; count < ROUNDS; count += 1) {
    const options = { generator, query: query.name, tokens: await tokens(), connections: CONNECTIONS, seconds: SECONDS };
    for (const { name, server } of candidates) rounds.get(name)!.push(await round(server, options));
  }
  return Object.fromEntries([...rounds].map(([name, figures]) => [name, medians(figures)])) as Measured;
}

function print(query: BenchQuery, measured: Measured): void {
  const rows = Object.entries(measured).map(([name, { perSecond, p50, p99, cpuMs }]) => [
    name,
    perSecond.toFixed(0),
    p50.toFixed(1),
    p99.toFixed(1),
    cpuMs.toFixed(3),
  ]);
  console.log(`\n### \`${query.name}\`: ${query.fetches} requests to subgraphs, ${query.variableSets.length} sets of variables\n`);
  console.log(markdownTable(['server', 'requests/s', 'p50 ms', 'p99 ms', 'CPU ms/request'], rows));
  const ratios = goals(measured).map(({ text, value, bound, isMet }) => [text, String(bound), value.toFixed(2), isMet ? 'yes' : 'no']);
  console.log(`\n${markdownTable(['goal', 'bound', 'measured', 'met'], ratios)}`);
}

/** The rate of the load generator alone. @throws Error when it is too slow to measure the fastest gateway */
async function checkGenerator({ generator, tokens }: Run, all: readonly Measured[]): Promise<void> {
  await using server = await startChild('ceiling', 'infra/load/src/http/ceiling-main.ts');
  const options = { generator, query: 'profile', tokens: await tokens(), connections: CONNECTIONS, seconds: 2 };
  const { perSecond } = await round(server, options);
  const fastest = Math.max(...all.map((measured) => measured.ours.perSecond));
  console.log(`\nLoad generator alone: ${perSecond.toFixed(0)} requests/s, ${(perSecond / fastest).toFixed(1)} × the fastest gateway.`);
  if (perSecond < GENERATOR_MARGIN * fastest) console.log(`**Void**: the generator must reach ${GENERATOR_MARGIN} ×.`);
}

async function verifyAll(run: Run, queries: readonly BenchQuery[]): Promise<void> {
  const tokens = await run.tokens();
  for (const query of queries) {
    const expected = expectedDigests(run.federation.schemaFile, query);
    for (const candidate of run.candidates) await verify(candidate, { generator: run.generator, query, expected, tokens });
  }
}

async function printPlanning({ candidates, generator, tokens }: Run): Promise<void> {
  const { server } = candidates.find(({ name }) => name === 'ours')!;
  const options = { generator, query: 'profile', tokens: await tokens(), connections: CONNECTIONS, seconds: 2 * SECONDS };
  const { quiet, planning } = await planningEffect(server, options);
  const ratio = (planning.p99 / quiet.p99).toFixed(2);
  console.log(
    `\nWhile 20 new documents/s are planned: p99 ${planning.p99.toFixed(1)} ms, ${ratio} × of ${quiet.p99.toFixed(1)} ms (goal ≤ 2).`,
  );
}

/** Compares Veza's gateway with others over the same subgraphs: rates, latencies, CPU. */
export async function gatewayBench(): Promise<void> {
  installPeers();
  const queries = [PROFILE, TRACK];
  await using federation = await startFederation();
  const { keySet, tokens } = await sessions(PEOPLE);
  const candidates = await startCandidates(federation, { keySet, tokens });
  await using generator = await startChild('load generator', 'infra/load/src/http/load-main.ts');
  const run: Run = { federation, candidates, generator, tokens };
  await verifyAll(run, queries);
  const all: Measured[] = [];
  for (const query of queries) {
    const measured = await measure(query, run);
    print(query, measured);
    all.push(measured);
  }
  await printPlanning(run);
  console.log(
    `\nOne request with 100 aliases of a cross-subgraph entity: ${await callsForAliases(federation, keySet)} calls to subgraphs (goal 2).`,
  );
  await checkGenerator(run, all);
  for (const { server } of candidates) await server[Symbol.asyncDispose]();
}
