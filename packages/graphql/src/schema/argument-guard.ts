import { textProblem, textProblemMessages } from '@veza/guard';
import { MAX_ID_LENGTH } from '@veza/kernel';
import { type GraphQLField, GraphQLID, type GraphQLInputType, GraphQLString, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { graphqlError } from '../graphql-error.ts';

type Path = readonly (string | number)[];
type Guard = (value: unknown, path: Path) => void;

function refuse(path: Path, message: string): never {
  throw graphqlError('BAD_USER_INPUT', `${path.join('.')} ${message}`, { argument: path.map(String) });
}

const guardText: Guard = (value, path) => {
  if (typeof value !== 'string') return;
  const problem = textProblem(value);
  if (problem) refuse(path, textProblemMessages[problem]);
};

const guardId: Guard = (value, path) => {
  if (typeof value === 'string' && value.length > MAX_ID_LENGTH) refuse(path, `must have at most ${MAX_ID_LENGTH} characters`);
  guardText(value, path);
};

/** Guards of a schema's argument types; input types that hold no text have none. */
export interface ArgumentGuards {
  /**
   * The guard of all arguments of a field, or undefined when none can hold text.
   * The guard throws BAD_USER_INPUT for U+0000, lone surrogates and ids of more than 64 characters, and names the place.
   */
  of(field: GraphQLField<unknown, unknown>): ((args: Readonly<Record<string, unknown>>) => void) | undefined;
}

/**
 * Checks on String and ID arguments after coercion, so that variables, literals, defaults, lists and nested inputs are all covered.
 * The built-in scalars themselves are shared by every schema of the process and cannot be replaced in one.
 */
export function argumentGuards(): ArgumentGuards {
  const known = new Map<GraphQLInputType, Guard>();

  function guardOf(type: GraphQLInputType): Guard | undefined {
    if (isNonNullType(type)) return guardOf(type.ofType);
    if (type === GraphQLString) return guardText;
    if (type === GraphQLID) return guardId;
    if (isListType(type)) return listGuard(guardOf(type.ofType));
    return isInputObjectType(type) ? (known.get(type) ?? inputGuard(type)) : undefined;
  }

  function listGuard(item: Guard | undefined): Guard | undefined {
    if (!item) return undefined;
    return (value, path) => {
      if (Array.isArray(value)) for (const [index, member] of value.entries()) item(member, [...path, index]);
    };
  }

  function inputGuard(type: Extract<GraphQLInputType, { getFields: unknown }>): Guard {
    const members: [string, Guard][] = [];
    const guard: Guard = (value, path) => {
      if (typeof value !== 'object' || value === null) return;
      for (const [name, member] of members) member((value as Record<string, unknown>)[name], [...path, name]);
    };
    known.set(type, guard);
    for (const field of Object.values(type.getFields())) {
      const member = guardOf(field.type);
      if (member) members.push([field.name, member]);
    }
    return guard;
  }

  return {
    of(field) {
      const guards = field.args.flatMap(({ name, type }) => {
        const guard = guardOf(type);
        return guard ? [[name, guard] as const] : [];
      });
      if (guards.length === 0) return undefined;
      return (args) => {
        for (const [name, guard] of guards) guard(args[name], [name]);
      };
    },
  };
}
