import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type RunningGateway } from './app-fixture/gateway.ts';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** A client that says who it is, so that its GETs are known to be meant. */
const namedClient: typeof fetch = (url, init = {}) => {
  const headers = new Headers(init.headers);
  headers.set('x-veza-client', 'audit/1');
  return fetch(url, { ...init, headers });
};

const audits = serverAudits({ url: () => `${gateway.url}/graphql`, fetchFn: namedClient });

/** @see https://github.com/graphql/graphql-http/tree/main/src/audits */
describe('the audits of GraphQL over HTTP', () => {
  it('are all there', () => {
    expect(audits.length).toBeGreaterThanOrEqual(60);
  });

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (_id, _name, audit) => {
    const result = await audit.fn();
    expect(result.status === 'ok' ? 'ok' : result.reason).toBe('ok');
  });
});
