import {
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import type { JsonObject } from '../../src/transport/port.ts';
import type { Random } from './random.ts';

/** A generated query with values for its variables. */
export interface GeneratedOperation {
  readonly text: string;
  readonly variables: JsonObject;
}

const CONDITIONS = ['a', 'b', 'c'] as const;
const MAX_DEPTH = 5;
const IDS = ['u1', 'u2', 'b1', 'f1', 'nothing'];
/** Aliases that a careless executor trips over, and ordinary ones. */
const ALIASES = ['x', 'y', 'z', 'constructor', '__proto__', 'toString'];

interface Generation {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  readonly fragments: string[];
  remainingFields: number;
}

function directives({ random }: Generation): string {
  if (!random.chance(0.12)) return '';
  const value = random.chance(0.8) ? `$${random.pick(CONDITIONS)}` : String(random.chance(0.5));
  return ` @${random.pick(['skip', 'include'])}(if: ${value})`;
}

function argumentsOf(field: GraphQLField<unknown, unknown>, { random }: Generation): string {
  const given = field.args.flatMap((argument) => {
    if (argument.name === 'first') return random.chance(0.5) ? [`first: ${random.chance(0.5) ? '$n' : random.below(4)}`] : [];
    if (argument.name === 'text') return [`text: ${JSON.stringify(random.pick(['b', 'f', '1']))}`];
    return [`${argument.name}: ${random.chance(0.4) ? '$id' : JSON.stringify(random.pick(IDS))}`];
  });
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

function fieldText(field: GraphQLField<unknown, unknown>, depth: number, generation: Generation): string {
  const { random } = generation;
  const alias = random.chance(0.15) ? `${random.pick(ALIASES)}: ` : '';
  const type = getNamedType(field.type);
  const below = isCompositeType(type) ? ` ${selectionText(type, depth + 1, generation)}` : '';
  return `${alias}${field.name}${argumentsOf(field, generation)}${directives(generation)}${below}`;
}

/** Types whose fragments may apply to an object of the type. */
function conditionsFor(type: GraphQLCompositeType, { schema }: Generation): readonly GraphQLCompositeType[] {
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  return [type, ...possible, ...possible.flatMap((one) => one.getInterfaces())];
}

function fragmentText(type: GraphQLCompositeType, depth: number, generation: Generation): string {
  const { random, fragments } = generation;
  const condition = random.pick(conditionsFor(type, generation));
  const selection = selectionText(condition, depth + 1, generation);
  if (random.chance(0.5)) return `... on ${condition.name}${directives(generation)} ${selection}`;
  const name = `F${fragments.length}`;
  fragments.push(`fragment ${name} on ${condition.name} ${selection}`);
  const spread = `...${name}${directives(generation)}`;
  return random.chance(0.2) ? `${spread} ${spread}` : spread;
}

function selectionText(type: GraphQLCompositeType, depth: number, generation: Generation): string {
  const { random } = generation;
  const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
  const usable =
    depth >= MAX_DEPTH || generation.remainingFields <= 0 ? fields.filter((field) => !isCompositeType(getNamedType(field.type))) : fields;
  const parts: string[] = [];
  for (let count = 1 + random.below(4); count > 0; count -= 1) {
    generation.remainingFields -= 1;
    const mayNest = depth < MAX_DEPTH && generation.remainingFields > 0;
    if (mayNest && (!isObjectType(type) || random.chance(0.2))) parts.push(fragmentText(type, depth, generation));
    else if (usable.length > 0 && random.chance(0.9)) parts.push(fieldText(random.pick(usable), depth, generation));
    else parts.push('__typename');
  }
  return `{ ${parts.join(' ')} }`;
}

const VARIABLES: Readonly<Record<string, string>> = {
  a: 'Boolean!',
  b: 'Boolean = true',
  c: 'Boolean! = false',
  n: 'Int = 2',
  id: 'ID! = "u1"',
};

/** Declares exactly the variables that a text uses. */
function headOf(text: string): string {
  const used = Object.entries(VARIABLES).filter(([name]) => text.includes(`$${name}`));
  return used.length > 0 ? `query (${used.map(([name, type]) => `$${name}: ${type}`).join(', ')})` : 'query';
}

/** A valid query over the schema: aliases, fragments on interfaces and unions, conditions, arguments from variables. */
export function generateOperation(schema: GraphQLSchema, random: Random): GeneratedOperation {
  for (;;) {
    const generation: Generation = { schema, random, fragments: [], remainingFields: 40 };
    const body = [selectionText(schema.getQueryType()!, 0, generation), ...generation.fragments].join('\n');
    const text = `${headOf(body)} ${body}`;
    const variables: JsonObject = {
      a: random.chance(0.5),
      b: random.chance(0.5),
      c: random.chance(0.5),
      n: random.below(4),
      id: random.pick(IDS),
    };
    if (validate(schema, parse(text)).length === 0) return { text, variables };
  }
}
