import { graphqlError } from '@veza/graphql';
import { textProblem, textProblemMessages } from '@veza/guard';
import {
  coerceInputValue,
  getNullableType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  parseType,
  typeFromAST,
  valueFromAST,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql';
import { plannedName } from './normalise.ts';
import type { Json, JsonObject } from '../transport/port.ts';

/** A variable as an operation defines it. Plain data, which can leave a thread. */
export interface VariableReading {
  readonly name: string;
  /** As the operation writes it, e.g. `[ID!]!`. */
  readonly type: string;
  /** Absent when the operation gives no default. */
  readonly fallback?: Json;
}

/** A variable of an operation, its type looked up once. */
interface Variable {
  readonly name: string;
  readonly type: GraphQLInputType;
  /** Undefined when the operation gives no default. */
  readonly fallback: Json | undefined;
}

type Path = readonly (string | number)[];

/** What became of the variables of one request. */
export type CoercedVariables =
  | { readonly ok: true; readonly values: JsonObject }
  | { readonly ok: false; readonly errors: readonly GraphQLError[] };

/** Coerces the variables of one operation; values of clients appear in no message. */
export type CoerceVariables = (given: JsonObject | undefined) => CoercedVariables;

/** Messages of graphql-js that name types and fields only; all others, but for those of our scalars, quote what the client sent. */
const SAFE_MESSAGE = /^(?:Field "|Expected non-nullable type "|Expected type "[^"]*" to be an object)/;
const MAX_MESSAGE_LENGTH = 200;

const place = (name: string, path: Path): string => ['$' + name, ...path].join('.');

function typeAt(type: GraphQLInputType, path: Path): GraphQLInputType {
  return path.reduce<GraphQLInputType>((outer, key) => {
    const bare = getNullableType(outer);
    if (isListType(bare)) return bare.ofType as GraphQLInputType;
    return isInputObjectType(bare) ? (bare.getFields()[key]?.type ?? bare) : outer;
  }, type);
}

const problem = (name: string, path: Path, what: string): GraphQLError =>
  graphqlError('BAD_USER_INPUT', `Variable "${place(name, path)}": ${what}`.slice(0, MAX_MESSAGE_LENGTH));

/** Copies JSON to objects without a prototype, where `__proto__` is a key like any other; tells of unfit text. */
function copied(value: Json, path: Path, onUnfit: (path: Path, what: string) => void): Json {
  if (typeof value === 'string') {
    const unfit = textProblem(value);
    if (unfit) onUnfit(path, textProblemMessages[unfit]);
    return value;
  }
  if (Array.isArray(value)) return value.map((item: Json, index) => copied(item, [...path, index], onUnfit));
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.create(null) as JsonObject;
  for (const [key, member] of Object.entries(value)) copy[key] = copied(member, [...path, key], onUnfit);
  return copy;
}

/** Reads the variables of an operation that is valid against the schema. */
export function readVariables(schema: GraphQLSchema, definitions: readonly VariableDefinitionNode[] = []): readonly VariableReading[] {
  return definitions.flatMap(({ variable, type, defaultValue }) => {
    const inputType = typeFromAST(schema, type);
    if (!isInputType(inputType)) return [];
    const fallback = defaultValue ? (valueFromAST(defaultValue, inputType) as Json | undefined) : undefined;
    return [{ name: variable.name.value, type: String(inputType), ...(fallback !== undefined && { fallback }) }];
  });
}

function variableOf(schema: GraphQLSchema, { name, type, fallback }: VariableReading): readonly Variable[] {
  const inputType = typeFromAST(schema, parseType(type, { noLocation: true }));
  return isInputType(inputType) ? [{ name, type: inputType, fallback }] : [];
}

/**
 * Prepares the coercion of an operation's variables: defaults applied, unknown input fields refused,
 * U+0000 and halves of surrogate pairs refused in every string.
 * @param hideSuggestions whether names of the schema may not be guessed from messages
 */
export function variableCoercion(
  schema: GraphQLSchema,
  readings: readonly VariableReading[],
  options: { readonly hideSuggestions: boolean; readonly maxErrors: number },
): CoerceVariables {
  const variables = readings.flatMap((reading) => variableOf(schema, reading));

  const coerce = (variable: Variable, given: Json, errors: GraphQLError[]): Json => {
    const { name, type } = variable;
    const onError = (path: Path, _value: unknown, error: GraphQLError) => {
      const isOurs = error.extensions['code'] === 'BAD_USER_INPUT';
      const what =
        isOurs || SAFE_MESSAGE.test(error.message) ? error.message : `a value of type "${String(typeAt(type, path))}" is expected.`;
      errors.push(problem(name, path, what));
    };
    const coerced = coerceInputValue(given, type, onError, options.hideSuggestions) as Json;
    return copied(coerced, [], (path, what) => errors.push(problem(name, path, what)));
  };

  return (given) => {
    const values = Object.create(null) as JsonObject;
    const errors: GraphQLError[] = [];
    for (const variable of variables) {
      const { name, type, fallback } = variable;
      if (given && Object.hasOwn(given, name)) values[plannedName(name)] = coerce(variable, given[name]!, errors);
      else if (fallback !== undefined) values[plannedName(name)] = fallback;
      else if (isNonNullType(type)) errors.push(problem(name, [], `a value of type "${String(type)}" is required.`));
      if (errors.length >= options.maxErrors) break;
    }
    return errors.length > 0 ? { ok: false, errors: errors.slice(0, options.maxErrors) } : { ok: true, values };
  };
}
