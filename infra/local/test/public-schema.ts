import {
  buildSchema,
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';

/** A field that a client may begin an operation with. */
export interface RootField {
  readonly operation: 'query' | 'mutation' | 'subscription';
  readonly name: string;
  readonly field: GraphQLField<unknown, unknown>;
}

/** Chooses a value for an argument or an input field; undefined leaves it out. */
export type Pick = (name: string, type: string) => unknown;

/** A text that a root field takes. */
export interface TextInput {
  readonly path: readonly string[];
  readonly type: 'String' | 'ID';
  /** In characters, as its description tells; undefined where it tells none. */
  readonly maxLength: number | undefined;
}

/** Values for arguments inside selections that have to be given. */
const GIVEN: Readonly<Record<string, string>> = { samples: '10', size: '64' };

/** The root fields of the schema that a server publishes. */
export async function publishedRootFields(url: string): Promise<readonly RootField[]> {
  const schema: GraphQLSchema = buildSchema(await (await fetch(`${url}/schema.graphql`)).text());
  const roots = { query: schema.getQueryType(), mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() };
  return Object.entries(roots).flatMap(([operation, type]) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({ operation: operation as RootField['operation'], name: field.name, field })),
  );
}

function argumentsText(args: readonly GraphQLArgument[]): string {
  const given = args.flatMap(({ name, type, defaultValue }) => {
    if (name === 'first') return ['first: 2'];
    return defaultValue === undefined && isNonNullType(type) ? [`${name}: ${GIVEN[name]}`] : [];
  });
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

/** Everything that can be selected of a type, `depth` objects deep; of an interface what all its types share. */
function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  const below = isAbstractType(named) ? 0 : depth;
  const fields = Object.values('getFields' in named ? named.getFields() : {}).flatMap((field: GraphQLField<unknown, unknown>) =>
    isLeafType(getNamedType(field.type)) || below > 0
      ? [`${field.name}${argumentsText(field.args)} ${selection(field.type, below - 1)}`]
      : [],
  );
  return `{ __typename ${fields.join(' ')} }`;
}

/** An operation that begins with a root field, takes its arguments as variables and selects `depth` objects deep. */
export function operationText({ operation, name, field }: RootField, depth: number): string {
  const variables = field.args.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
  const given = field.args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const [declared, passed] = variables === '' ? ['', ''] : [`(${variables})`, `(${given})`];
  return `${operation} ${declared} { ${name}${passed} ${selection(field.type, depth)} }`;
}

function valueOf(type: GraphQLInputType, name: string, pick: Pick): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, name, pick);
  if (isListType(type)) {
    const item = valueOf(type.ofType, name, pick);
    return item === undefined ? undefined : [item];
  }
  if (isEnumType(type)) return pick(name, type.name) ?? type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return pick(name, type.name);
  return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, valueOf(field.type, field.name, pick)]));
}

/** Variables for `operationText`. */
export function variablesOf({ field }: RootField, pick: Pick): Record<string, unknown> {
  return Object.fromEntries(field.args.map(({ name, type }) => [name, valueOf(type, name, pick)]));
}

function textsIn({ name, type, description }: GraphQLArgument | GraphQLInputField, above: readonly string[]): readonly TextInput[] {
  const named = getNamedType(type);
  const path = [...above, name];
  if (isInputObjectType(named)) return Object.values(named.getFields()).flatMap((field) => textsIn(field, path));
  if (named.name !== 'String' && named.name !== 'ID') return [];
  const told = Array.from(description?.matchAll(/([\d,]+) characters/g) ?? [], ([, digits]) => Number(digits!.replaceAll(',', '')));
  return [{ path, type: named.name, maxLength: named.name === 'ID' ? 64 : told.at(-1) }];
}

/** Every text and every id that a root field takes, those inside inputs too. */
export function textInputs({ field }: RootField): readonly TextInput[] {
  return field.args.flatMap((argument) => textsIn(argument, []));
}
