import { Kind, parse, print, type DirectiveNode, type ObjectTypeDefinitionNode } from 'graphql';
import { ID_OWNERS, type SubgraphName } from './ids.ts';
import { ownDefinitions, withCommonHead } from './sdl.ts';

const ROOT = `
type Query {
  "Finds anything that has a global id; null when it is absent or not for the viewer. Example: \`AnyNode\`."
  node(
    "The global id, at most 64 characters."
    id: ID!
  ): Node @access(level: "PUBLIC")
  "Finds up to 100 things by id, each at the place of its id. Null for what is absent or not for the viewer. Example: \`ManyNodes\`."
  nodes(
    "Global ids, at most 100 of at most 64 characters each."
    ids: [ID!]!
  ): [Node]! @access(level: "PUBLIC") @listSize(assumedSize: 100)
}`;

const isNode = (type: ObjectTypeDefinitionNode) => type.interfaces?.some(({ name }) => name.value === 'Node') ?? false;
const accessOf = (type: ObjectTypeDefinitionNode): DirectiveNode => {
  const access = type.directives?.find(({ name }) => name.value === 'access');
  if (!access) throw new Error(`type ${type.name.value} has no @access`);
  return access;
};

/** The entity of an owner's SDL. */
function ownedType(subgraph: SubgraphName, typeName: string): ObjectTypeDefinitionNode | undefined {
  return ownDefinitions(subgraph).definitions.find(
    (definition): definition is ObjectTypeDefinitionNode =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === typeName && isNode(definition),
  );
}

/**
 * The SDL of the `nodes` subgraph: `node`, `nodes` and one stub for every type that has a global id.
 * A stub says no more than that the type exists; whether the thing does is asked of its owner.
 */
export function nodesSdl(): string {
  const stubs = Object.values(ID_OWNERS).flatMap(({ type, subgraph }) => {
    const owned = ownedType(subgraph, type);
    const description = owned?.description ? `${print(owned.description)}\n` : '';
    return owned
      ? [
          `${description}type ${type} implements Node @key(fields: "id", resolvable: false) ${print(accessOf(owned))} {\n  "The global id."\n  id: ID!\n}`,
        ]
      : [];
  });
  return withCommonHead(parse([ROOT, ...stubs].join('\n\n')));
}
