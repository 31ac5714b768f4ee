import { scalars } from '@veza/graphql/scalars';
import { isScalarType, valueFromASTUntyped, type DocumentNode, type GraphQLScalarType, type GraphQLSchema } from 'graphql';
import { linkedNames } from '../supergraph/links.ts';

/** Who links this wrote the SDL with us, so that its scalars of our names are ours. Others may mean something else by `DateTime`. */
const OUR_SPECIFICATION = 'https://veza.dev/access';
/** Only the subgraph that takes an address knows which of http are this installation's own. */
const LEFT_TO_SUBGRAPHS: ReadonlySet<string> = new Set(['URL']);

/** Refuses what the scalar refuses, and hands on the rest as it came: subgraphs read it themselves. */
function check(type: GraphQLScalarType, own: GraphQLScalarType): void {
  type.parseValue = (wire) => {
    own.parseValue(wire);
    return wire;
  };
  type.parseLiteral = (node, variables) => type.parseValue(valueFromASTUntyped(node, variables));
}

/** Holds values for our scalars to their rules before anything is asked of a subgraph. @param document the supergraph's */
export function checkOwnScalars(schema: GraphQLSchema, document: DocumentNode): void {
  if (linkedNames(document).directive(OUR_SPECIFICATION, 'access') === undefined) return;
  for (const [name, own] of scalars()) {
    const type = schema.getType(name);
    if (isScalarType(type) && !LEFT_TO_SUBGRAPHS.has(name)) check(type, own);
  }
}
