import { ANONYMOUS, type Caller } from '@veza/auth';
import { userCaller } from '@veza/testing';
import fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answering, openScene, scenePlanner, type Scene, type SeenCall } from './scene.ts';

const DOCUMENTS = [
  'query ($id: ID!) { item(id: $id) { title price } }',
  'query ($id: ID!) { item(id: $id) { title count reserved seller { secret } } }',
  '{ mine { title seller { secret } reserved } }',
  'mutation ($id: ID!) { buy(id: $id) { price seller { secret } reserved } }',
] as const;

const people = [1, 2, 3].map((n) => userCaller(`user_0000000000000000000000000${n as 1}`));
const ada = people[0]!;
/** People, sessions, versions and rights of one person, nobody from two places, and foreign tokens. */
const identities = [
  ...people.map((caller) => ({ caller: caller as Caller })),
  { caller: { ...ada, sessionId: 'session_00000000000000000000000008' } as Caller },
  { caller: { ...ada, authVersion: 2 } as Caller },
  { caller: { ...ada, scopes: ['audit:read'] } as Caller },
  { caller: ANONYMOUS as Caller, clientAddress: '192.0.2.1' },
  { caller: ANONYMOUS as Caller, clientAddress: '192.0.2.2' },
  { caller: ANONYMOUS as Caller, forwardedHeaders: { authorization: 'Bearer one' } },
  { caller: ANONYMOUS as Caller, forwardedHeaders: { authorization: 'Bearer two' } },
];

/** Who a subgraph believes to be asked by. */
const nameOf = ({ caller, clientAddress, forwardedHeaders }: SeenCall['meta']) =>
  JSON.stringify([caller.kind === 'user' ? { ...caller } : caller.kind, clientAddress, forwardedHeaders]);

const planner = scenePlanner();
let scene: Scene;
beforeAll(async () => {
  scene = openScene(planner);
  const answer = answering((id, { meta }) => {
    const name = nameOf(meta);
    // What depends on the caller carries the caller's name in it.
    const price = [...identities.keys()].findIndex((index) => nameOf({ ...meta, ...identities[index]! }) === name);
    return {
      __typename: 'Item',
      id,
      title: `T ${id}`,
      count: 1,
      price,
      reserved: price,
      seller: { __typename: 'Person', id },
      secret: name,
    };
  });
  scene.respond = async (call) => {
    await sleep(call.variables['id'] === 'i1' ? 4 : 1);
    return answer(call);
  };
  await scene.plan(...DOCUMENTS);
});
afterAll(() => planner.close());

const asked = fc.record({
  document: fc.constantFrom(...DOCUMENTS),
  id: fc.constantFrom('i1', 'i2'),
  who: fc.nat(identities.length - 1),
  afterMs: fc.nat(6),
});

it('an answer that depends on who asks never reaches anybody else, however many ask at once', async () => {
  let questions = 0;
  let calls = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { minLength: 10, maxLength: 60 }), async (requests) => {
      const before = scene.calls.length;
      await Promise.all(
        requests.map(async ({ document, id, who, afterMs }) => {
          await sleep(afterMs);
          const { data } = await scene.run(document, document.includes('$id') ? { id } : {}, identities[who]!);
          const own = Object.values(data as Record<string, Record<string, unknown>>)[0]!;
          const name = nameOf({ ...scene.calls[0]!.meta, clientAddress: undefined, ...identities[who]! } as SeenCall['meta']);
          expect({ price: who, reserved: who, seller: { secret: name }, ...own }).toMatchObject({
            price: who,
            reserved: who,
            seller: { secret: name },
          });
        }),
      );
      questions += requests.length;
      calls += scene.calls.length - before;
    }),
    { numRuns: 30 },
  );
  // The property is about sharing, so there has to be some.
  expect(calls).toBeLessThan(questions * 3);
}, 60_000);
