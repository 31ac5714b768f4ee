import type { GraphQLFormattedError } from 'graphql';
import { type Json, type JsonObject, type SubgraphAnswer, SubgraphFailure } from '../../src/transport/port.ts';
import { happens, hashOf } from './model/chance.ts';

type Change = (value: Json, seed: string) => Json;

/** Changes one value somewhere in an answer. */
function changedSomewhere(value: Json, seed: string, change: Change): Json {
  if (Array.isArray(value) && value.length > 0 && happens(`into ${seed}`, 0.7)) {
    const index = hashOf(seed) % value.length;
    return (value as readonly Json[]).map((item, at) => (at === index ? changedSomewhere(item, `${seed} ${index}`, change) : item));
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    // Without its type name nothing is known of an object, and both executors may guess.
    const names = Object.keys(value).filter((name) => name !== '__typename');
    const name = names[hashOf(seed) % names.length];
    if (name !== undefined) {
      const object = value as JsonObject;
      return { ...object, [name]: changedSomewhere(object[name]!, `${seed} ${name}`, change) };
    }
  }
  return change(value, seed);
}

const wrongTypes: readonly Json[] = [{}, [], 'text', 7, true, { nested: { deep: 1 } }];

const changes: readonly Change[] = [
  () => null,
  (_, seed) => wrongTypes[hashOf(`type ${seed}`) % wrongTypes.length]!,
  (value) => (Array.isArray(value) ? (value as readonly Json[]).slice(1) : value),
];

const failure = (message: string): GraphQLFormattedError => ({ message, extensions: { code: 'CONFLICT' } });

/** What may happen to an answer as a whole. */
const disasters: readonly ((answer: SubgraphAnswer) => SubgraphAnswer)[] = [
  () => {
    throw new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'away');
  },
  () => ({ errors: [failure('refused')] }),
  () => ({ data: null, errors: [failure('all lost')] }),
  (answer) => ({ ...answer, errors: [...(answer.errors ?? []), failure('by the way')] }),
  ({ data, ...rest }) => {
    const entities = data?.['_entities'];
    return Array.isArray(entities)
      ? { ...rest, data: { _entities: (entities as readonly Json[]).slice(1) } }
      : { data: data ?? null, ...rest };
  },
];

/** How often an answer, and how often one thing in it, is spoiled. */
const DISASTERS = 0.06;
const CHANGES = 0.12;

function changed(value: Json, seed: string): Json {
  return happens(`change ${seed}`, CHANGES) ? changedSomewhere(value, seed, changes[hashOf(`how ${seed}`) % changes.length]!) : value;
}

/**
 * Makes a subgraph answer nulls, errors, wrong lengths and wrong types now and then: always the same for the same question, and for the
 * same thing in whatever company it is asked for.
 */
export function spoiled(answer: SubgraphAnswer, text: string, { representations, ...variables }: JsonObject): SubgraphAnswer {
  const seed = `${text} ${JSON.stringify(variables)}`;
  if (happens(`disaster ${seed}`, DISASTERS)) return disasters[hashOf(seed) % disasters.length]!(answer);
  const { data } = answer;
  if (!data) return answer;
  const entities = data['_entities'];
  if (!Array.isArray(representations) || !Array.isArray(entities)) return { ...answer, data: changed(data, seed) as JsonObject };
  const things = representations as readonly Json[];
  const list = (entities as readonly Json[]).map((entity, index) => changed(entity, `${seed} ${JSON.stringify(things[index])}`));
  return { ...answer, data: { _entities: list } };
}
