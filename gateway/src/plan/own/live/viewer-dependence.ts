import {
  type DocumentNode,
  getNamedType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { LiveFields } from '../../../supergraph/live-fields.ts';

/** Whether an operation selects anything whose value depends on who looks. */
export function dependsOnViewer(document: DocumentNode, schema: GraphQLSchema, { isViewerField }: LiveFields): boolean {
  const typeInfo = new TypeInfo(schema);
  let isFound = false;
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field({ name }) {
        const parent = getNamedType(typeInfo.getParentType());
        if (!isCompositeType(parent)) return;
        const objects = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [];
        isFound ||= [parent, ...objects].some((type) => isViewerField(type.name, name.value));
      },
    }),
  );
  return isFound;
}
