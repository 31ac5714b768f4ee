import type { Json, JsonObject } from '../../transport/port.ts';
import type { Planner } from '../planner.ts';
import type { IntrospectionTexts, ReducedIntrospection } from './introspection.ts';

/** JSON texts of `__schema` and `__type` of one operation, by response name. */
export type Introspect = (variables: JsonObject) => Promise<IntrospectionTexts>;

/**
 * Answers the introspection fields of an operation; undefined when it has none. They are answered in the planner's thread, and the last
 * answer is kept: tools send the same variables each time.
 */
export function compileIntrospection(reduced: ReducedIntrospection | undefined, planner: Planner): Introspect | undefined {
  if (!reduced) return undefined;
  const { query, variables: names } = reduced;
  let last: { readonly key: string; readonly answer: Promise<IntrospectionTexts> } | undefined;

  const ask = async (variables: JsonObject): Promise<IntrospectionTexts> =>
    JSON.parse(await planner.run({ kind: 'introspect', query, variables })) as IntrospectionTexts;
  return (given) => {
    const variables = Object.fromEntries(names.flatMap((name): [string, Json][] => (name in given ? [[name, given[name]!]] : [])));
    const key = JSON.stringify(variables);
    if (last?.key === key) return last.answer;
    const answer = ask(variables);
    last = { key, answer };
    answer.catch(() => {
      if (last?.answer === answer) last = undefined;
    });
    return answer;
  };
}
