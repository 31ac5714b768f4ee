import { createLog } from '@veza/telemetry';
import { describe, expect, it } from 'vitest';
import { SubgraphFailure, type SubgraphTransport } from '../src/transport/port.ts';
import { post, send, transports } from './app-fixture/ask.ts';
import { fixtureTransports, startGateway } from './app-fixture/gateway.ts';
import { recordedTracing } from './app-fixture/recorded-tracing.ts';

const SECRET = 'hunter2-correct-horse';

/** A subgraph that is away, so that every way to fail is told of as well. */
function oneAway(): ReadonlyMap<string, SubgraphTransport> {
  const fixture = fixtureTransports();
  const away = () => Promise.reject(new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'away', { kind: 'unreachable' }));
  return new Map([...fixture, ['notes', { ...fixture.get('notes')!, call: away }]]);
}

/** Operations that hold the secret in every place that a client can put one. */
const operations: readonly (readonly [query: string, variables?: Readonly<Record<string, unknown>>])[] = [
  ['query InVariables($t: String) { echo(text: $t) }', { t: SECRET }],
  [`query InText { echo(text: "${SECRET}") }`],
  ['query OfWrongType($first: Int) { people(first: $first) { nodes { id } } }', { first: SECRET }],
  ['query Unknown($t: String) { echo(text: $t) }', { t: SECRET, [SECRET]: SECRET }],
  [`query InEntity($id: ID!) { person(id: $id) { id noteCount } }`, { id: SECRET }],
  [`mutation InMutation { rename(name: "${SECRET}") { id } }`],
  [`query Invalid { echo(text: "${SECRET}" }`],
  [`{ nothing(text: "${SECRET}") }`],
];

describe('what a client tells in confidence', () => {
  it('stands in no line of the log at its most talkative, in no metric and in no span', async () => {
    const lines: string[] = [];
    const log = createLog({ service: 'test', level: 'debug', destination: { write: (line) => void lines.push(line) } });
    const tracing = recordedTracing();
    await using gateway = await startGateway({ log, tracing, transports: oneAway() });
    for (const [query, variables] of operations) {
      for (const [, ask] of transports) await ask(gateway, query, variables, 'ada');
      await post(gateway, { query, variables }, { authorization: `Bearer ${SECRET}`, cookie: `session=${SECRET}`, 'x-api-key': SECRET });
      await post(
        gateway,
        { query, variables, extensions: { note: SECRET } },
        { 'idempotency-key': SECRET, traceparent: SECRET, 'x-veza-client': SECRET },
      );
    }
    await send(gateway, `/graphql?query=${encodeURIComponent(`{echo(text:"${SECRET}")}`)}`, { headers: { accept: 'application/json' } });
    await post(gateway, `{"query": ${SECRET}`);

    const told = { lines: lines.join(''), metrics: await gateway.metrics.metrics(), spans: JSON.stringify(tracing.spans) };
    for (const [place, text] of Object.entries(told)) expect(text.includes(SECRET), place).toBe(false);
    expect(told.lines).toContain('InVariables');
    expect(told.lines).toContain('subgraph.call-failed');
    expect(told.metrics).toContain('veza_subgraph_fetch_duration_seconds_count{service="notes",class="queries",outcome="unreachable"}');
    expect(told.spans).toContain('fetch notes');
  });
});
