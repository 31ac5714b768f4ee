import { type Access, accessOf } from '@veza/auth';
import { type ConstDirectiveNode, Kind, type ObjectTypeDefinitionNode, type ObjectTypeExtensionNode, parse } from 'graphql';

/** What the kit needs to know of one object type of the SDL. */
export interface SdlType {
  readonly name: string;
  /** `entity` can be asked for by `_entities`; `reference` only names an entity of another subgraph; `value` is neither. */
  readonly kind: 'root' | 'entity' | 'reference' | 'value';
  readonly access: Access | undefined;
  readonly fields: ReadonlyMap<string, Access | undefined>;
}

const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

const isObjectNode = (node: { readonly kind: Kind }): node is ObjectNode =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION;

/** `@key(…, resolvable: false)` marks a stub that never answers `_entities`. */
function isResolvableKey(directive: ConstDirectiveNode): boolean {
  const resolvable = directive.arguments?.find(({ name }) => name.value === 'resolvable')?.value;
  return !(resolvable?.kind === Kind.BOOLEAN && !resolvable.value);
}

function kindOf(name: string, directives: readonly ConstDirectiveNode[]): SdlType['kind'] {
  if (ROOTS.has(name)) return 'root';
  const keys = directives.filter((directive) => directive.name.value === 'key');
  if (keys.length === 0) return 'value';
  return keys.some(isResolvableKey) ? 'entity' : 'reference';
}

function readAccess(where: string, directives: readonly ConstDirectiveNode[] | undefined): Access | undefined {
  try {
    return accessOf({ directives });
  } catch (cause) {
    throw new Error(`${where}: ${cause instanceof Error ? cause.message : 'bad @access'}`, { cause });
  }
}

function readType(name: string, nodes: readonly ObjectNode[]): SdlType {
  const directives = nodes.flatMap((node) => node.directives ?? []);
  const fields = nodes.flatMap((node) => node.fields ?? []);
  return {
    name,
    kind: kindOf(name, directives),
    access: readAccess(name, directives),
    fields: new Map(fields.map((field) => [field.name.value, readAccess(`${name}.${field.name.value}`, field.directives)])),
  };
}

/**
 * The object types of a subgraph's SDL with their `@access`, extensions joined to what they extend.
 * @throws Error that names the place of a malformed `@access`
 */
export function readSdl(sdl: string): ReadonlyMap<string, SdlType> {
  const nodes = parse(sdl).definitions.filter(isObjectNode);
  const names = [...new Set(nodes.map((node) => node.name.value))];
  return new Map(
    names.map((name) => [
      name,
      readType(
        name,
        nodes.filter((node) => node.name.value === name),
      ),
    ]),
  );
}
