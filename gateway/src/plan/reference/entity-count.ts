import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Json } from '../../transport/port.ts';

/** Counts the entity objects of an answer, for the actual cost. */
export type CountEntities = (data: Json) => number;

/**
 * Compiles the count for one operation. Where a field may answer objects of several types, each counts if one of the types is an entity:
 * an answer does not always say of what type its objects are.
 */
export function entityCount(document: DocumentNode, schema: GraphQLSchema, entityTypes: ReadonlySet<string>): CountEntities {
  const counted = new Set<string>();
  const typeInfo = new TypeInfo(schema);
  const mayBeEntity = (type: GraphQLNamedType | undefined) =>
    (isAbstractType(type) ? schema.getPossibleTypes(type) : type ? [type] : []).some(({ name }) => entityTypes.has(name));
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field({ alias, name }) {
        if (mayBeEntity(getNamedType(typeInfo.getType()) ?? undefined)) counted.add((alias ?? name).value);
      },
    }),
  );

  const countIn = (value: Json, counts: boolean): number => {
    if (Array.isArray(value)) return (value as readonly Json[]).reduce<number>((sum, item) => sum + countIn(item, counts), 0);
    if (typeof value !== 'object' || value === null) return 0;
    return Object.entries(value).reduce((sum, [name, member]) => sum + countIn(member, counted.has(name)), counts ? 1 : 0);
  };
  return (data) => countIn(data, false);
}
