import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import type { Json, JsonObject } from '../../src/transport/port.ts';
import type { Random } from './random.ts';

/** A generated operation whose variables can be chosen many times. */
export interface GeneratedDocument {
  readonly text: string;
  /** Values for the variables, others at each call; some are left to their defaults. */
  variables(): JsonObject;
}

const MAX_DEPTH = 5;
const MAX_FIELDS = 30;
/** Names that a careless executor trips over, names of keys, and ordinary ones. */
const ALIASES = ['x', 'y', 'z', 'id', 'name', 'constructor', '__proto__', 'toString', 'size'];

interface Variable {
  readonly type: GraphQLInputType;
  readonly definition: string;
  readonly isOptional: boolean;
}

/** A value of an input type. */
function inputValue(type: GraphQLInputType, random: Random): Json {
  if (isNonNullType(type)) return presentInput(type.ofType, random);
  return random.chance(0.1) ? null : presentInput(type, random);
}

function presentInput(type: GraphQLInputType, random: Random): Json {
  if (isListType(type)) return Array.from({ length: random.below(3) }, () => inputValue(type.ofType as GraphQLInputType, random));
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      ({ type: inner, defaultValue }) => (isNonNullType(inner) && defaultValue === undefined) || random.chance(0.5),
    );
    return Object.fromEntries(fields.map((field) => [field.name, inputValue(field.type, random)]));
  }
  const name = (type as GraphQLNamedType).name;
  if (name === 'Int') return random.below(4);
  if (name === 'Float') return random.pick([0, 1.5, -2]);
  return name === 'Boolean' ? random.chance(0.5) : `${random.pick(['id', 'k'])}-${1 + random.below(6)}`;
}

/** JSON as a literal of the query language. */
function literal(value: Json, type: GraphQLInputType): string {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (value === null) return 'null';
  if (isListType(bare)) return `[${(value as readonly Json[]).map((item) => literal(item, bare.ofType as GraphQLInputType)).join(', ')}]`;
  if (isEnumType(bare)) return value as string;
  if (!isInputObjectType(bare)) return JSON.stringify(value);
  const fields = bare.getFields();
  return `{${Object.entries(value as JsonObject)
    .map(([name, member]) => `${name}: ${literal(member, fields[name]!.type)}`)
    .join(', ')}}`;
}

/** One document in the making. */
function generation(schema: GraphQLSchema, random: Random) {
  const fragments: string[] = [];
  const variables = new Map<string, Variable>();
  let remaining = MAX_FIELDS;

  const variableFor = (type: GraphQLInputType): string => {
    for (const [name, known] of variables) if (String(known.type) === String(type) && random.chance(0.7)) return name;
    const name = `${random.pick(['v', 'w'])}${variables.size}`;
    const isRequired = isNonNullType(type);
    const fallback = random.chance(0.3)
      ? ` = ${literal(isRequired ? presentInput(type.ofType, random) : inputValue(type, random), type)}`
      : '';
    variables.set(name, { type, definition: `$${name}: ${String(type)}${fallback}`, isOptional: fallback !== '' || !isRequired });
    return name;
  };
  const condition = (): string => {
    if (!random.chance(0.12)) return '';
    const name = `c${random.below(3)}`;
    variables.set(name, { type: schema.getType('Boolean') as GraphQLInputType, definition: `$${name}: Boolean!`, isOptional: false });
    const value = random.chance(0.85) ? `$${name}` : String(random.chance(0.5));
    return ` @${random.pick(['skip', 'include'])}(if: ${value})`;
  };
  const argumentsOf = ({ args }: GraphQLField<unknown, unknown>): string => {
    const given = args
      .filter(({ type, defaultValue }) => (isNonNullType(type) && defaultValue === undefined) || random.chance(0.5))
      .map(({ name, type }) => `${name}: ${random.chance(0.5) ? `$${variableFor(type)}` : literal(inputValue(type, random), type)}`);
    return given.length > 0 ? `(${given.join(', ')})` : '';
  };
  const field = (one: GraphQLField<unknown, unknown>, depth: number): string => {
    const alias = random.chance(0.15) ? `${random.pick(ALIASES)}: ` : '';
    const type = getNamedType(one.type);
    const below = isCompositeType(type) ? ` ${selection(type, depth + 1)}` : '';
    return `${alias}${one.name}${argumentsOf(one)}${condition()}${below}`;
  };
  const fragment = (type: GraphQLNamedType, depth: number): string => {
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
    const objects = isObjectType(type) ? [type] : possible;
    const on = random.pick<GraphQLNamedType>([type, ...possible, ...possible, ...objects.flatMap((object) => object.getInterfaces())]);
    const inner = selection(on, depth + 1);
    if (random.chance(0.6)) return `... on ${on.name}${condition()} ${inner}`;
    const name = `F${fragments.length}`;
    fragments.push(`fragment ${name} on ${on.name} ${inner}`);
    return `...${name}${condition()}`;
  };
  const selection = (type: GraphQLNamedType, depth: number): string => {
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const parts: string[] = [];
    for (let count = 1 + random.below(4); count > 0; count -= 1) {
      remaining -= 1;
      const mayNest = depth < MAX_DEPTH && remaining > 0;
      const usable = mayNest ? fields : fields.filter((one) => !isCompositeType(getNamedType(one.type)));
      if (mayNest && (isAbstractType(type) ? random.chance(0.6) : random.chance(0.15))) parts.push(fragment(type, depth));
      else if (usable.length > 0 && random.chance(0.92)) parts.push(field(random.pick(usable), depth));
      else parts.push('__typename');
    }
    return `{ ${parts.join(' ')} }`;
  };
  return { selection, fragments, variables };
}

/** A valid operation over a schema: aliases, fragments on interfaces and unions, conditions, arguments from constants and variables. */
export function generateDocument(schema: GraphQLSchema, kind: OperationTypeNode, random: Random): GeneratedDocument {
  for (;;) {
    const { selection, fragments, variables } = generation(schema, random);
    const body = [selection(schema.getRootType(kind)!, 0), ...fragments].join('\n');
    const head = [...variables.values()].map(({ definition }) => definition).join(', ');
    const text = `${kind}${head === '' ? '' : ` (${head})`} ${body}`;
    if (validate(schema, parse(text)).length > 0) continue;
    const chosen = (): JsonObject => {
      const given = [...variables].filter(([, { isOptional }]) => !isOptional || random.chance(0.7));
      return Object.fromEntries(
        given.map(([name, { type, definition }]) => [
          name,
          definition.endsWith('!') || isNonNullType(type)
            ? presentInput(isNonNullType(type) ? type.ofType : type, random)
            : inputValue(type, random),
        ]),
      );
    };
    return { text, variables: chosen };
  }
}
