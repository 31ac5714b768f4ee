import {
  Kind,
  parse,
  parseType,
  print,
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type ArgumentNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValueNode,
  type VariableDefinitionNode,
  type VariableNode,
} from 'graphql';
import type { Json, JsonObject } from '../transport/port.ts';

/** An operation in the form that is planned: equal for requests that differ in constants only. */
export interface Normalised {
  /** The operation without its name, and the fragments it needs; parsed without locations. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Values of the variables that took the place of constants. Never logged. */
  readonly literals: JsonObject;
}

/** Integers of more digits may lose precision as JSON numbers, so they stay in the text. */
const MAX_EXACT_DIGITS = 15;

/** Names that plans need themselves, and whatever could be taken for the name that stands for one of them. */
const UNPLANNABLE = /^(?:v_)*(?:__proto__|representations)$/;

/**
 * The name that a variable has in plans. Two are changed: libraries keep variables in plain objects, where `__proto__` is no key like any
 * other, and requests for entities have a variable `representations` of their own.
 */
export function plannedName(variable: string): string {
  return UNPLANNABLE.test(variable) ? `v_${variable}` : variable;
}

/** Whether a value must stay where it is: it holds a variable, or a number that JSON cannot hold. */
function mustStay(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  if (value.kind === Kind.INT) return value.value.length > MAX_EXACT_DIGITS;
  if (value.kind === Kind.LIST) return value.values.some(mustStay);
  return value.kind === Kind.OBJECT && value.fields.some((field) => mustStay(field.value));
}

/** Fragments that the operation reaches, in the order of the document. */
function reachableFragments(document: DocumentNode, operation: OperationDefinitionNode): readonly FragmentDefinitionNode[] {
  const all = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const byName = new Map(all.map((fragment) => [fragment.name.value, fragment]));
  const reached = new Set<FragmentDefinitionNode>();
  const walk = (from: OperationDefinitionNode | FragmentDefinitionNode) => {
    visit(from, {
      FragmentSpread({ name }) {
        const fragment = byName.get(name.value);
        if (!fragment || reached.has(fragment)) return;
        reached.add(fragment);
        walk(fragment);
      },
    });
  };
  walk(operation);
  return all.filter((fragment) => reached.has(fragment));
}

/** Hands out variables for constants: equal constants of one type share a variable, so that equal fields stay equal. */
function hoister(taken: ReadonlySet<string>) {
  const literals = Object.create(null) as JsonObject;
  const definitions: VariableDefinitionNode[] = [];
  const known = new Map<string, string>();
  let next = 0;
  const freshName = () => {
    let name = `v${next++}`;
    while (taken.has(name)) name = `v${next++}`;
    return name;
  };
  return {
    literals,
    definitions,
    variableFor(value: ValueNode, type: GraphQLInputType): string {
      const key = `${String(type)} ${print(value)}`;
      const existing = known.get(key);
      if (existing) return existing;
      const name = freshName();
      known.set(key, name);
      literals[name] = valueFromAST(value, type) as Json;
      definitions.push({
        kind: Kind.VARIABLE_DEFINITION,
        variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } },
        type: parseType(String(type), { noLocation: true }),
      });
      return name;
    },
  };
}

/**
 * Keeps the chosen operation and the fragments it reaches, drops its name, and puts a variable in the place of every constant
 * argument of a field. Directives keep their arguments. Nothing is sorted: answers follow the order of the document.
 * @param document valid against the schema
 */
export function normalise(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Normalised {
  const taken = new Set((operation.variableDefinitions ?? []).map(({ variable }) => plannedName(variable.name.value)));
  const { literals, definitions, variableFor } = hoister(taken);
  const typeInfo = new TypeInfo(schema);
  const hoisted = visit(
    { kind: Kind.DOCUMENT, definitions: [operation, ...reachableFragments(document, operation)] } satisfies DocumentNode,
    visitWithTypeInfo(typeInfo, {
      Variable({ kind, name }): VariableNode | undefined {
        const planned = plannedName(name.value);
        return planned === name.value ? undefined : { kind, name: { ...name, value: planned } };
      },
      Argument(node): ArgumentNode | undefined {
        const type = typeInfo.getInputType();
        if (typeInfo.getDirective() || !type || mustStay(node.value)) return undefined;
        const variable = variableFor(node.value, type);
        return { ...node, value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } } };
      },
    }),
  );
  const [main, ...fragments] = hoisted.definitions as [OperationDefinitionNode, ...FragmentDefinitionNode[]];
  const { name: _name, ...nameless } = main;
  const whole = { ...nameless, variableDefinitions: [...(main.variableDefinitions ?? []), ...definitions] };
  const normalised = parse(print({ kind: Kind.DOCUMENT, definitions: [whole, ...fragments] }), { noLocation: true });
  return { document: normalised, operation: normalised.definitions[0] as OperationDefinitionNode, literals };
}
