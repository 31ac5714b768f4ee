import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Log } from '@veza/telemetry';
import { type GraphQLError, type GraphQLSchema, isScalarType, isSpecifiedScalarType, isUnionType, parse } from 'graphql';
import { accessCheck, rememberRules } from './schema/access-check.ts';
import type { AccessRules } from './schema/access-rules.ts';
import { attachResolvers } from './schema/attach-resolvers.ts';
import { batchedEntities, type EntityLoaders } from './schema/entities.ts';
import { guardFields } from './schema/guard-fields.ts';
import { mergeResolvers, type ResolverMap } from './schema/resolver-map.ts';
import { readSdl, type SdlType } from './schema/sdl-model.ts';
import { verifyDefinition } from './schema/verify-definition.ts';
import { scalars } from './scalars/scalars.ts';
import { setErrorMask } from './error-mask.ts';
import type { SubgraphContext } from './subgraph.ts';

/** A subgraph as it is written: contract, behaviour and rights. */
export interface SubgraphDefinition<Context extends SubgraphContext> {
  readonly name: string;
  readonly sdl: string;
  /** One map per noun; a field given twice is refused. */
  readonly resolvers: readonly ResolverMap[];
  readonly entities: EntityLoaders<Context>;
  readonly rules: AccessRules<Context>;
  /** Told of every error that clients see only as INTERNAL_SERVER_ERROR; without it they go unheard. */
  readonly log?: Log;
  /** Turns an error of a driver into one that clients may see, e.g. by SQLSTATE; undefined for one that it does not know. */
  readonly translateError?: (error: unknown) => GraphQLError | undefined;
  /** Origins of this installation, which the scalar `URL` accepts with http too. */
  readonly ownOrigins?: readonly string[];
}

/** Scalars that federation itself adds to a subgraph. */
const isFederationScalar = (name: string) => name.startsWith('_') || name.includes('__');

function bindScalars(schema: GraphQLSchema, ownOrigins: readonly string[]): void {
  const known = scalars(ownOrigins);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isScalarType(type) || isSpecifiedScalarType(type) || isFederationScalar(type.name)) continue;
    const rules = known.get(type.name);
    if (!rules) throw new Error(`scalar ${type.name} is not one of the platform`);
    type.parseValue = rules.parseValue;
    type.parseLiteral = rules.parseLiteral;
    type.serialize = rules.serialize;
  }
}

function bindEntities(
  schema: GraphQLSchema,
  types: ReadonlyMap<string, SdlType>,
  entities: EntityLoaders<SubgraphContext>,
  rules: AccessRules<SubgraphContext>,
): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  const union = schema.getType('_Entity');
  if (!field || !isUnionType(union)) return;
  const checks = new Map(Object.keys(entities).map((typeName) => [typeName, accessCheck([types.get(typeName)?.access], rules)]));
  const batched = batchedEntities(entities, checks);
  field.resolve = batched.resolve;
  union.resolveType = batched.typeOf;
}

/**
 * The executable schema of a subgraph: `@access` enforced on every field and in `_entities`, entities loaded in one batch per type,
 * scalars and texts checked.
 * @throws Error that lists what is missing: `@access`, rules, resolvers, loaders, scalars
 */
export function subgraphSchema<Context extends SubgraphContext>(definition: SubgraphDefinition<Context>): GraphQLSchema {
  const { name, sdl } = definition;
  // Context is what the subgraph's own `context` makes; the kit itself reads only the part that all have in common.
  const entities = definition.entities as EntityLoaders<SubgraphContext>;
  const rules = definition.rules as AccessRules<SubgraphContext>;
  const types = readSdl(sdl);
  const resolvers = mergeResolvers(definition.resolvers);
  verifyDefinition(name, { types, resolvers, entities, rules });

  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl) }]);
  bindScalars(schema, definition.ownOrigins ?? []);
  attachResolvers(schema, resolvers);
  const remembered = rememberRules(rules);
  bindEntities(schema, types, entities, remembered);
  guardFields(schema, types, remembered);
  setErrorMask(schema, { subgraph: name, log: definition.log, translateError: definition.translateError });
  return schema;
}
