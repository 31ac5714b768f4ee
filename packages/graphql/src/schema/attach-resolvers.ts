import { type GraphQLField, type GraphQLSchema, isAbstractType, isEnumType, isObjectType } from 'graphql';
import type { MergedResolvers, SubscriptionResolver } from './resolver-map.ts';

type AnyField = GraphQLField<unknown, unknown>;

function attachToField(field: AnyField, resolver: unknown): void {
  if (typeof resolver === 'function') {
    field.resolve = resolver as NonNullable<AnyField['resolve']>;
    return;
  }
  const { subscribe, resolve } = resolver as SubscriptionResolver;
  field.subscribe = subscribe;
  if (resolve) field.resolve = resolve;
}

/** Resolvers on their fields. @throws Error for a resolver of a type or field that the SDL does not have */
export function attachResolvers(schema: GraphQLSchema, resolvers: MergedResolvers): void {
  for (const [typeName, fields] of resolvers) {
    const type = schema.getType(typeName);
    if (isEnumType(type)) throw new Error(`${typeName} is an enum: its values are their names`);
    for (const [fieldName, resolver] of fields) {
      if (isAbstractType(type) && fieldName === '__resolveType') {
        type.resolveType = resolver as NonNullable<typeof type.resolveType>;
        continue;
      }
      if (isObjectType(type) && fieldName === '__isTypeOf') {
        type.isTypeOf = resolver as NonNullable<typeof type.isTypeOf>;
        continue;
      }
      const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
      if (!field) throw new Error(`${typeName}.${fieldName} has a resolver but is not in the SDL`);
      attachToField(field, resolver);
    }
  }
}
