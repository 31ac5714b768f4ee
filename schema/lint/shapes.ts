import { type DefinitionNode, type DirectiveNode, type FieldDefinitionNode, Kind, print, type ObjectTypeDefinitionNode } from 'graphql';
import {
  definitionName,
  directiveOf,
  fields,
  type Finding,
  inputValues,
  isList,
  namedType,
  objectTypes,
  ROOT_TYPES,
  type Rule,
  type SubgraphDocument,
} from './finding.ts';

const PAGE_ARGUMENTS = ['first', 'after', 'last', 'before'];
const CONNECTION_FIELDS = ['nodes', 'edges', 'pageInfo', 'totalCount'];
/** Directives that our planner line does not support or answers wrongly. */
const FORBIDDEN: ReadonlySet<string> = new Set([
  'authenticated',
  'requiresScopes',
  'policy',
  'context',
  'fromContext',
  'cacheTag',
  'connect',
  'source',
  'interfaceObject',
  'oneOf',
]);
const NAMES: Readonly<Record<string, RegExp>> = {
  [Kind.OBJECT_TYPE_DEFINITION]: /^[A-Z][A-Za-z0-9]*$/,
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: /^[A-Z][A-Za-z0-9]*(Input|Filter|Command)$/,
  [Kind.INTERFACE_TYPE_DEFINITION]: /^[A-Z][A-Za-z0-9]*$/,
  [Kind.UNION_TYPE_DEFINITION]: /^[A-Z][A-Za-z0-9]*$/,
  [Kind.ENUM_TYPE_DEFINITION]: /^[A-Z][A-Za-z0-9]*$/,
};

const finding = (rule: string, subgraph: SubgraphDocument, place: string, message: string): Finding => ({
  rule,
  subgraph: subgraph.name,
  place,
  message,
});

/** Types are PascalCase, fields and arguments camelCase, enum values UPPER_SNAKE. */
export const naming: Rule = (subgraphs) =>
  subgraphs.flatMap((subgraph) => {
    const types = subgraph.document.definitions
      .filter((definition) => NAMES[definition.kind] && !NAMES[definition.kind]!.test(definitionName(definition)))
      .map(definitionName);
    const members = [
      ...fields(subgraph).map(({ parent, field }) => [`${parent}.${field.name.value}`, field.name.value] as const),
      ...inputValues(subgraph).map(({ place, value }) => [place, value.name.value] as const),
    ]
      .filter(([, name]) => !/^[a-z][A-Za-z0-9]*$/.test(name))
      .map(([place]) => place);
    const values = subgraph.document.definitions.flatMap((definition) =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION
        ? (definition.values ?? [])
            .filter(({ name }) => !/^[A-Z][A-Z0-9_]*$/.test(name.value))
            .map(({ name }) => `${definition.name.value}.${name.value}`)
        : [],
    );
    return [...types, ...members, ...values].map((place) => finding('naming', subgraph, place, 'does not follow the naming of its kind'));
  });

function connectionProblem(type: ObjectTypeDefinitionNode): string | undefined {
  const names = (type.fields ?? []).map(({ name }) => name.value);
  return CONNECTION_FIELDS.every((name) => names.includes(name)) ? undefined : `lacks one of ${CONNECTION_FIELDS.join(', ')}`;
}

const pageArgumentProblem = (field: FieldDefinitionNode): string | undefined => {
  const names = (field.arguments ?? []).map(({ name }) => name.value).filter((name) => PAGE_ARGUMENTS.includes(name));
  return names.join() === PAGE_ARGUMENTS.join() ? undefined : `does not take ${PAGE_ARGUMENTS.join(', ')} in this order`;
};

/** Connections have the Relay shape, and fields that answer one take its four arguments and say how they slice. */
export const connections: Rule = (subgraphs) =>
  subgraphs.flatMap((subgraph) => {
    const types = objectTypes(subgraph).filter(({ name }) => name.value.endsWith('Connection'));
    const shapes = types.flatMap((type) => {
      const message = connectionProblem(type);
      return message ? [finding('connections', subgraph, type.name.value, message)] : [];
    });
    const uses = fields(subgraph)
      .filter(({ field }) => namedType(field.type).endsWith('Connection'))
      .flatMap(({ parent, field }) => {
        const message = pageArgumentProblem(field) ?? (directiveOf(field, 'listSize') ? undefined : 'has no @listSize(slicingArguments:)');
        return message ? [finding('connections', subgraph, `${parent}.${field.name.value}`, message)] : [];
      });
    return [...shapes, ...uses];
  });

/** A plain list of objects says how long it is taken to be, so that its cost is known before it is read. */
export const listSizes: Rule = (subgraphs) =>
  subgraphs.flatMap((subgraph) => {
    const objects = new Set(
      subgraph.document.definitions
        .filter(({ kind }) => kind === Kind.OBJECT_TYPE_DEFINITION || kind === Kind.INTERFACE_TYPE_DEFINITION)
        .map(definitionName),
    );
    return fields(subgraph)
      .filter(
        ({ parent, field }) =>
          isList(field.type) && objects.has(namedType(field.type)) && !parent.endsWith('Connection') && field.name.value !== 'userErrors',
      )
      .filter(({ field }) => !directiveOf(field, 'listSize'))
      .map(({ parent, field }) =>
        finding('list-sizes', subgraph, `${parent}.${field.name.value}`, 'is a list without @listSize(assumedSize:)'),
      );
  });

function mutationProblem(field: FieldDefinitionNode, payloads: ReadonlyMap<string, ObjectTypeDefinitionNode>): string | undefined {
  const name = field.name.value[0]!.toUpperCase() + field.name.value.slice(1);
  const given = (field.arguments ?? []).map((argument) => `${argument.name.value}: ${print(argument.type)}`).join(', ');
  if (given !== '' && given !== `input: ${name}Input!`) return `takes (${given}) instead of one input: ${name}Input!`;
  if (print(field.type) !== `${name}Payload!`) return `answers ${print(field.type)} instead of ${name}Payload!`;
  const errors = payloads.get(`${name}Payload`)?.fields?.find((member) => member.name.value === 'userErrors');
  return errors && print(errors.type) === '[UserError!]!' ? undefined : 'has a payload without userErrors: [UserError!]!';
}

/** A mutation takes one input, or nothing, and answers a payload of its own with `userErrors`. */
export const mutations: Rule = (subgraphs) =>
  subgraphs.flatMap((subgraph) => {
    const payloads = new Map(objectTypes(subgraph).map((type) => [type.name.value, type]));
    return (payloads.get('Mutation')?.fields ?? []).flatMap((field) => {
      const message = mutationProblem(field, payloads);
      return message ? [finding('mutations', subgraph, `Mutation.${field.name.value}`, message)] : [];
    });
  });

/** What composition, the planner or the gateway does not support. */
export const forbiddenDirectives: Rule = (subgraphs) =>
  subgraphs.flatMap((subgraph) =>
    [...objectTypes(subgraph), ...fields(subgraph).map(({ field }) => field)].flatMap((node) =>
      (node.directives ?? [])
        .filter(({ name }) => FORBIDDEN.has(name.value))
        .map(({ name }) => finding('forbidden-directives', subgraph, node.name.value, `uses @${name.value}`)),
    ),
  );

/** A deprecated element names its replacement and the day from which it may go. */
export const deprecations: Rule = (subgraphs) =>
  subgraphs.flatMap((subgraph) =>
    fields(subgraph).flatMap(({ parent, field }) => {
      const deprecated = directiveOf(field, 'deprecated');
      return deprecated && !/Use `?\w+.*Removed after \d{4}-\d{2}-\d{2}/.test(print(deprecated))
        ? [finding('deprecations', subgraph, `${parent}.${field.name.value}`, 'names no replacement or no date')]
        : [];
    }),
  );

const HOMED: ReadonlySet<string> = new Set([Kind.OBJECT_TYPE_DEFINITION, Kind.INPUT_OBJECT_TYPE_DEFINITION, Kind.ENUM_TYPE_DEFINITION]);
const EVERYWHERE: ReadonlySet<string> = new Set([...ROOT_TYPES, 'UserErrorCode', 'MoneyInput']);

const isHomed = (definition: DefinitionNode) => HOMED.has(definition.kind) && !EVERYWHERE.has(definitionName(definition));
const isMeantForSeveral = (definition: DefinitionNode & { readonly directives?: readonly DirectiveNode[] }) =>
  directiveOf(definition, 'key') !== undefined || directiveOf(definition, 'shareable') !== undefined;

/** A type without a key stands in one subgraph only, unless it is shared by everybody. */
export const singleHome: Rule = (subgraphs) => {
  const homes = new Map<string, string>();
  return subgraphs.flatMap((subgraph) =>
    subgraph.document.definitions
      .filter((definition) => isHomed(definition) && !isMeantForSeveral(definition))
      .map(definitionName)
      .flatMap((name) => {
        const home = homes.get(name) ?? subgraph.name;
        homes.set(name, home);
        return home === subgraph.name ? [] : [finding('single-home', subgraph, name, `stands in ${home} already`)];
      }),
  );
};
