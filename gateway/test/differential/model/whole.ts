import {
  buildSchema,
  execute,
  type DocumentNode,
  type GraphQLSchema,
  isAbstractType,
  isNonNullType,
  isObjectType,
  printSchema,
} from 'graphql';
import { isErrorCode } from '@veza/graphql';
import type { JsonObject } from '../../../src/transport/port.ts';
import type { Thing } from './thing.ts';
import { concreteName } from './values.ts';
import type { World } from './world.ts';

/** A place of the answer and what went wrong there. */
export type Fault = `${string} ${string}`;

/** What one schema answers, and everything that is wrong below it, whatever null hides it. */
export interface WholeAnswer {
  readonly dataJson: string;
  readonly faults: ReadonlySet<Fault>;
}

/** Executes an operation on one schema over all data. */
export type WholeSchema = (document: DocumentNode, variables: JsonObject) => WholeAnswer;

/** Things that came as an interface get their type. */
function typed(schema: GraphQLSchema, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => typed(schema, item));
  if (typeof value !== 'object' || value === null || !('__typename' in value)) return value;
  const thing = value as Thing;
  const type = schema.getType(thing.__typename);
  return type ? { ...thing, __typename: concreteName(schema, type, thing.n) } : thing;
}

const codeOf = (extensions: Readonly<Record<string, unknown>>): string =>
  isErrorCode(extensions['code']) ? extensions['code'] : 'INTERNAL_SERVER_ERROR';

function nullable(sdl: string): string {
  return sdl.replaceAll(/^(\s+\w+(?:\([^)]*\))?:\s*)(.+)$/gm, (_, head: string, type: string) => head + type.replaceAll('!', ''));
}

function attach(
  schema: GraphQLSchema,
  api: GraphQLSchema,
  self: World,
  tell: (path: readonly (string | number)[], code: string) => void,
): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (thing) => (thing as Thing).__typename;
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const real = api.getType(type.name);
    if (!isObjectType(real)) continue;
    for (const field of Object.values(type.getFields())) {
      const { type: realType } = real.getFields()[field.name]!;
      field.resolve = (parent, args, _, info) => {
        const thing = (parent as Thing | undefined) ?? { __typename: type.name, n: 0 };
        try {
          const owner = self.ownerOf(type.name, field.name);
          const value = typed(api, self.resolve(owner!, thing, args as object));
          if (value === null && isNonNullType(realType)) throw new Error('null where none may be');
          return value;
        } catch (error) {
          const path: (string | number)[] = [];
          for (let at: typeof info.path | undefined = info.path; at; at = at.prev) path.unshift(at.key);
          tell(path, codeOf((error as { readonly extensions?: Readonly<Record<string, unknown>> }).extensions ?? {}));
          throw error;
        }
      };
    }
  }
  return schema;
}

/** Makes the one schema of a world. */
export function wholeSchema(self: World, api: GraphQLSchema): WholeSchema {
  let faults = new Set<Fault>();
  const tell = (path: readonly (string | number)[], code: string) => void faults.add(`${path.join('.')} ${code}`);
  const strict = attach(buildSchema(printSchema(api)), api, self, () => undefined);
  const lenient = attach(buildSchema(nullable(printSchema(api))), api, self, tell);
  return (document, variableValues) => {
    faults = new Set();
    const answer = execute({ schema: strict, document, variableValues });
    const everything = execute({ schema: lenient, document, variableValues });
    if (answer instanceof Promise || everything instanceof Promise) throw new Error('the model answers at once');
    return { dataJson: JSON.stringify(answer.data ?? null), faults };
  };
}
