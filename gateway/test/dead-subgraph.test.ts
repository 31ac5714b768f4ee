import { freePort } from '@veza/testing';
import { systemClock } from '@veza/kernel';
import { describe, expect, it } from 'vitest';
import { httpTransport } from '../src/transport/http.ts';
import { post } from './app-fixture/ask.ts';
import { fixtureTransports, startGateway } from './app-fixture/gateway.ts';
import { recordedLog } from './app-fixture/recorded-log.ts';

describe('a subgraph that is dead', () => {
  it('empties its own fields and leaves all others alone, and is soon asked no more', async () => {
    const url = `http://127.0.0.1:${await freePort()}/graphql`;
    const notes = httpTransport({ name: 'notes', url, clock: systemClock, tokenFor: () => Promise.resolve('token') });
    const { log, events } = recordedLog();
    await using gateway = await startGateway({ log, transports: new Map([...fixtureTransports(), ['notes', notes]]) });

    const ask = (id: number) =>
      post(gateway, { query: 'query ($id: ID!) { person(id: $id) { id noteCount } }', variables: { id: `p${id}` } });
    const answers = await Promise.all(Array.from({ length: 30 }, (_, id) => ask(id)));
    for (const [id, { status, json }] of answers.entries()) {
      expect(status).toBe(200);
      expect(json.data).toEqual({ person: { id: `p${id}`, noteCount: null } });
      expect(json.errors).toMatchObject([
        { path: ['person'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'notes', retryable: true } },
      ]);
    }
    for (let id = 30; id < 60; id += 1) await ask(id);

    const metrics = await gateway.metrics.metrics();
    expect(metrics).toContain('veza_breaker_state{service="notes",class="queries"} 2');
    expect(metrics).toContain('veza_breaker_state{service="notes",class="mutations"} 0');
    expect(metrics).toMatch(/veza_subgraph_fetch_duration_seconds_count\{service="notes",class="queries",outcome="held-back"\} [1-9]/);
    expect(Number(/veza_retries_total\{service="notes"\} (\d+)/.exec(metrics)?.[1])).toBeLessThanOrEqual(16);
    expect(events.filter(({ event }) => event === 'subgraph.breaker-opened')).toMatchObject([
      { fields: { service: 'notes', class: 'queries' } },
    ]);
    await notes.close();
  });
});
