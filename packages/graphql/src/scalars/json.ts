import { GraphQLScalarType, valueFromASTUntyped } from 'graphql';
import { textProblem } from '@veza/guard';
import { badInput } from './bad-input.ts';

/** Deepest nesting of lists and objects. */
export const MAX_JSON_DEPTH = 8;

const isFitText = (text: string) => textProblem(text) === undefined;

/** The value itself when it is a leaf that JSON can carry. */
function leaf(value: unknown): unknown {
  if (typeof value === 'string') return isFitText(value) ? value : undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'boolean' ? value : undefined;
}

/** A copy in which objects have no prototype, or undefined when the value is no JSON of at most `depth` levels. */
function copy(value: unknown, depth: number): unknown {
  if (value === null) return null;
  if (typeof value !== 'object') return leaf(value);
  if (depth === 0) return undefined;
  return Array.isArray(value) ? copyList(value, depth - 1) : copyObject(value, depth - 1);
}

function copyList(list: readonly unknown[], depth: number): readonly unknown[] | undefined {
  const items = list.map((item) => copy(item, depth));
  return items.includes(undefined) ? undefined : items;
}

function copyObject(object: object, depth: number): Readonly<Record<string, unknown>> | undefined {
  const result = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of Object.entries(object)) {
    const member = isFitText(key) ? copy(value, depth) : undefined;
    if (member === undefined) return undefined;
    result[key] = member;
  }
  return result;
}

function parse(value: unknown): unknown {
  const json = copy(value, MAX_JSON_DEPTH);
  if (json === undefined) throw badInput('JSON', `JSON of at most ${MAX_JSON_DEPTH} levels`);
  return json;
}

/** `JSON`: any JSON value of at most 8 levels. */
export const jsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  parseValue: parse,
  parseLiteral: (node, variables) => parse(valueFromASTUntyped(node, variables)),
  serialize: (value) => {
    const json = copy(value, MAX_JSON_DEPTH);
    if (json === undefined) throw new TypeError('a resolver gave something that is no JSON');
    return json;
  },
});
