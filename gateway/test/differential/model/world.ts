import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphqlError } from '@veza/graphql';
import {
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { happens } from './chance.ts';
import { type FieldRules, type SubgraphRules, subgraphRules } from './directives.ts';
import { keyText, numberIn, type Thing } from './thing.ts';
import { concreteName, valueFor } from './values.ts';

/** One subgraph of a fixture: its schema, and what it answers for a field of a thing. */
export interface ModelSubgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly rules: SubgraphRules;
}

/** A field as one subgraph has it. */
export interface ModelField {
  readonly subgraph: ModelSubgraph;
  readonly typeName: string;
  readonly name: string;
}

/** All subgraphs of one fixture. */
export interface World {
  readonly subgraphs: readonly ModelSubgraph[];
  /** The value of a field of a thing as its subgraph resolves it. @throws GraphQLError where the model has a fault */
  resolve(field: ModelField, thing: Thing, args: object): unknown;
  /** Who resolves a field of the API. */
  ownerOf(typeName: string, name: string): ModelField | undefined;
}

const THROWS = 0.03;
const WRONG_NULLS = 0.015;

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}

/** What a selection finds in a representation. */
function picked(value: unknown, { selections }: SelectionSetNode): unknown {
  if (Array.isArray(value)) return value.map((item) => picked(item, { kind: Kind.SELECTION_SET, selections }));
  if (typeof value !== 'object' || value === null) return value ?? null;
  const found: Record<string, unknown> = {};
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD) throw new Error('the model knows no fragments in required fields');
    const member = (value as Readonly<Record<string, unknown>>)[selection.name.value] ?? null;
    found[selection.name.value] = selection.selectionSet ? picked(member, selection.selectionSet) : member;
  }
  return found;
}

/** Faults are for fields that no plan needs: a key or a required field that fails takes other fields along. */
function failIfDue(field: GraphQLField<unknown, unknown>, seed: string): void {
  if (happens(`throw ${seed}`, THROWS)) throw graphqlError('CONFLICT', `conflict at ${field.name}`);
  if (happens(`throw plainly ${seed}`, THROWS / 3)) throw new Error('a secret of the subgraph');
}

/** Makes the world of some subgraphs. @param safe names of fields that plans may need */
export function world(sdls: Readonly<Record<string, string>>, safe: ReadonlySet<string>): World {
  const subgraphs = Object.entries(sdls).map(([name, sdl]): ModelSubgraph => {
    const typeDefs = parse(sdl);
    return { name, schema: buildSubgraphSchema([{ typeDefs }]), rules: subgraphRules(typeDefs) };
  });
  const isKeyPart = (typeName: string, field: string) => subgraphs.some(({ rules }) => rules.keys.get(typeName)?.has(field));
  const overriders = (from: string, typeName: string, field: string): readonly FieldRules[] =>
    subgraphs.flatMap(({ rules }) => {
      const found = rules.fields.get(typeName)?.get(field);
      return found?.override?.from === from ? [found] : [];
    });

  /** Whether some subgraph says that the type belongs to the interface. */
  const isMember = (abstract: string, typeName: string) =>
    subgraphs.some(({ schema }) => {
      const [type, object] = [schema.getType(abstract), schema.getType(typeName)];
      return isAbstractType(type) && isObjectType(object) && schema.isSubType(type, object);
    });

  /** Parts of keys show the number of the thing. */
  const keyPart = (subgraph: ModelSubgraph, field: GraphQLField<unknown, unknown>, { n }: Thing): unknown => {
    const type = isNonNullType(field.type) ? field.type.ofType : field.type;
    if (isLeafType(type)) return type.name === 'Int' ? n : keyText(field.name, n);
    return { __typename: (type as { readonly name: string }).name, n, isKey: true };
  };

  const required = (thing: Thing, selection: SelectionSetNode): unknown => {
    const computed = (value: unknown, { selections }: SelectionSetNode): unknown => {
      if (Array.isArray(value)) return value.map((item) => computed(item, { kind: Kind.SELECTION_SET, selections }));
      if (value === null || value === undefined) return null;
      const inner = value as Thing;
      return Object.fromEntries(
        selections.map((one) => {
          if (one.kind !== Kind.FIELD) throw new Error('the model knows no fragments in required fields');
          const owner = self.ownerOf(inner.__typename, one.name.value)!;
          const member = self.resolve(owner, { ...inner, given: undefined as never }, {});
          return [one.name.value, one.selectionSet ? computed(member, one.selectionSet) : member];
        }),
      );
    };
    return thing.given ? picked(thing.given, selection) : computed(thing, selection);
  };

  const self: World = {
    subgraphs,
    resolve({ subgraph, typeName, name }, thing, args) {
      const type = subgraph.schema.getType(typeName);
      const field = isObjectType(type) || isAbstractType(type) ? ('getFields' in type ? type.getFields()[name] : undefined) : undefined;
      if (!field) throw new Error(`${subgraph.name} has no ${typeName}.${name}`);
      if (isKeyPart(typeName, name) || 'isKey' in thing) return keyPart(subgraph, field, thing);
      const rules = subgraph.rules.fields.get(typeName)?.get(name);
      const wants = rules?.requires ? JSON.stringify(sorted(required(thing, rules.requires))) : '';
      const isStale = overriders(subgraph.name, typeName, name).some(({ override }) => override?.label === undefined);
      const seed = `${name} ${thing.n} ${JSON.stringify(sorted(args))} ${wants}${isStale ? ' stale' : ''}`;
      if (!safe.has(name)) {
        failIfDue(field, seed);
        if (isNonNullType(field.type) && happens(`wrong null ${seed}`, WRONG_NULLS)) return null;
      }
      return valueFor(subgraph.schema, field.type, name, seed);
    },
    ownerOf(typeName, name) {
      for (const subgraph of subgraphs) {
        const rules = subgraph.rules.fields.get(typeName)?.get(name);
        const isOverridden = overriders(subgraph.name, typeName, name).some(({ override }) => override?.label === undefined);
        const isObject = !subgraph.rules.interfaceObjects.has(typeName);
        if (rules && !rules.isExternal && !isOverridden && isObject) return { subgraph, typeName, name };
      }
      for (const subgraph of subgraphs) {
        for (const abstract of subgraph.rules.interfaceObjects) {
          const isOffered = isMember(abstract, typeName) && subgraph.rules.fields.get(abstract)?.has(name);
          if (isOffered) return { subgraph, typeName: abstract, name };
        }
      }
      return undefined;
    },
  };

  for (const subgraph of subgraphs) attach(self, subgraph);
  return self;
}

/** Gives a subgraph's schema its resolvers. */
function attach(self: World, subgraph: ModelSubgraph): void {
  const { schema, rules } = subgraph;
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (thing) => (thing as Thing).__typename;
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_')) continue;
      field.resolve = (thing, args) =>
        self.resolve(
          { subgraph, typeName: type.name, name: field.name },
          (thing as Thing) ?? { __typename: type.name, n: 0 },
          args as object,
        );
    }
  }
  const entities = schema.getQueryType()?.getFields()['_entities'];
  if (!entities) return;
  entities.resolve = (_: unknown, args: { readonly representations: readonly Readonly<Record<string, unknown>>[] }) =>
    args.representations.map((given): Thing | null => {
      const typeName = String(given['__typename']);
      const keys = [...(rules.keys.get(typeName) ?? [])].map((name) => numberIn(given[name]));
      const n = keys.find((one) => one !== undefined);
      if (n === undefined) return null;
      return { __typename: concreteName(schema, schema.getType(typeName)!, n), n, given };
    });
}
