import { setTimeout as sleep } from 'node:timers/promises';
import { graphqlError, subgraphSchema, type ResolverMap, type Subgraph, type SubgraphContext } from '@veza/graphql';
import { sdl, type FixtureName } from './sdl.ts';

interface Person {
  readonly id: string;
}

/** What the subgraphs of one test have seen and hold open. */
export interface FixtureState {
  /** Calls of `touch`. */
  touched: number;
  /** Streams that are open now. */
  streams: number;
  /** Events that streams have given. */
  events: number;
  /** Arguments of the last `echo`. */
  echoed: unknown;
}

const person = (id: string): Person => ({ id });

function streams(state: FixtureState) {
  return async function* counting({ to, everyMs = 0, bytes = 0 }: { to: number; everyMs?: number; bytes?: number }, signal: AbortSignal) {
    state.streams += 1;
    try {
      for (let number = 1; number <= to; number += 1) {
        if (everyMs > 0) await sleep(everyMs, undefined, { signal });
        else await new Promise((resolve) => setImmediate(resolve));
        if (signal.aborted) return;
        state.events += 1;
        yield { number, padding: 'x'.repeat(bytes) };
      }
    } finally {
      state.streams -= 1;
    }
  };
}

function peopleResolvers(state: FixtureState): ResolverMap {
  const counting = streams(state);
  const event = (tick: unknown) => tick;
  return {
    Query: {
      me: (_root: unknown, _args: unknown, { caller }: SubgraphContext) => (caller.kind === 'user' ? person(caller.userId) : null),
      person: (_root: unknown, { id }: { id: string }) => (id === 'absent' ? null : person(id)),
      hidden: () => null,
      people: (_root: unknown, { first = 20 }: { first?: number }) => ({
        nodes: Array.from({ length: first }, (_, index) => person(`p${index}`)),
        totalCount: 100,
      }),
      audit: () => ['one'],
      echo: (_root: unknown, args: Record<string, unknown>) => {
        state.echoed = args;
        return typeof args['text'] === 'string' ? args['text'] : JSON.stringify(args);
      },
      slow: async (_root: unknown, { ms }: { ms: number }) => {
        await sleep(ms);
        return 'done';
      },
      nested: () => person('root'),
      byId: (_root: unknown, { ids }: { ids: readonly string[] }) => ids.map(person),
    },
    Mutation: {
      rename: (_root: unknown, { name }: { name: string }) => person(name),
      touch: () => (state.touched += 1),
    },
    Subscription: {
      count: {
        subscribe: (_root: unknown, args: { to: number }, { request }: SubgraphContext) => counting(args, request.signal),
        resolve: event,
      },
      mine: {
        subscribe: (_root: unknown, _args: unknown, { request }: SubgraphContext) => counting({ to: 3 }, request.signal),
        resolve: event,
      },
      refused: {
        subscribe: () => {
          throw graphqlError('NOT_FOUND', 'no such stream');
        },
        resolve: event,
      },
    },
    Tick: { owner: () => person('owner') },
    Person: {
      name: ({ id }: Person) => `name of ${id}`,
      friend: ({ id }: Person) => person(`${id}.friend`),
      friends: ({ id }: Person) => [person(`${id}.1`), person(`${id}.2`)],
    },
  };
}

const noteResolvers: ResolverMap = {
  Query: {
    notes: (_root: unknown, { first = 2 }: { first?: number }) =>
      Array.from({ length: first }, (_, index) => ({ id: `n${index}`, text: `note ${index}`, author: person(`p${index}`) })),
  },
  Person: { noteCount: () => 3 },
};

const byIds = (references: readonly { readonly id: string }[]) => Promise.resolve(references.map(({ id }) => person(id)));
const notesByIds = (references: readonly { readonly id: string }[]) =>
  Promise.resolve(references.map(({ id }) => ({ id, text: id, author: null })));

/** One subgraph, with its access rules enforced as everywhere. */
export function fixtureSubgraph(name: FixtureName, state: FixtureState): Subgraph {
  const isPeople = name === 'people';
  const schema = subgraphSchema<SubgraphContext>({
    name,
    sdl: sdl[name],
    resolvers: [isPeople ? peopleResolvers(state) : noteResolvers],
    entities: isPeople ? { Person: byIds } : { Person: byIds, Note: notesByIds },
    rules: isPeople ? { hidden: 'use-case' } : {},
  });
  return { name, schema, context: (request) => ({ request, caller: request.caller }), background: {} };
}
