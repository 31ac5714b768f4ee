import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fixtureNames } from './fixture.ts';
import { openFixture, type OpenFixture, transportKinds } from './open-fixture.ts';

describe.each(transportKinds)('a mutation over %s', (kind) => {
  const calls: string[] = [];
  let fixture: OpenFixture;
  beforeAll(async () => {
    fixture = await openFixture(kind);
    for (const name of fixtureNames) {
      fixture.intercept(name, (call) => (operation, ...rest) => {
        calls.push(`${operation.kind} ${operation.text}`);
        return call(operation, ...rest);
      });
    }
  });
  beforeEach(() => void (calls.length = 0));
  afterAll(() => fixture[Symbol.asyncDispose]());

  it('is sent once and joined like a query', async () => {
    const { data } = await fixture.run('mutation { greet(id: "u1") { name karma } }');
    expect(data).toEqual({ greet: { name: 'Name "u1"', karma: 2 } });
    expect(calls.filter((call) => call.startsWith('mutation'))).toHaveLength(1);
  });

  it('goes on after a failed nullable field', async () => {
    const { data, errors } = await fixture.run('mutation { a: refuse { id } b: greet(id: "u2") { id } }');
    expect(data).toEqual({ a: null, b: { id: 'u2' } });
    expect(errors).toMatchObject([{ path: ['a'], extensions: { code: 'CONFLICT' } }]);
  });

  it('goes on after a field that may not be null and is left out', async () => {
    const document =
      'mutation ($no: Boolean!) { review(id: "r1") @include(if: $no) { id } greet(id: "u2") { id } latest: review(id: "r2") { id } }';
    const { data, errors } = await fixture.run(document, { no: false });
    expect(data).toEqual({ greet: { id: 'u2' }, latest: { id: 'r2' } });
    expect(errors).toEqual([]);
  });

  it('sends nothing more after a failed field that may not be null', async () => {
    const { data, errors } = await fixture.run('mutation { refuseHard { karma } review(id: "r1") { id } }');
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ path: ['refuseHard'], extensions: { code: 'CONFLICT' } }]);
    expect(calls).toHaveLength(1);
  });
});
