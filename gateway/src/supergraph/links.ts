import { Kind, type ConstDirectiveNode, type ConstValueNode, type DocumentNode } from 'graphql';

/** Finds the names that directives of linked specifications have in one supergraph: `@link` may import, rename or prefix them. */
export interface LinkedNames {
  /**
   * Name of a directive as the SDL applies it, or undefined when its specification is not linked.
   * @param specification URL without the version, e.g. `https://specs.apollo.dev/cost`
   * @param directive its name in the specification, without `@`
   */
  directive(specification: string, directive: string): string | undefined;
}

interface Link {
  readonly url: string;
  readonly prefix: string;
  readonly imports: ReadonlyMap<string, string>;
}

const argument = (directive: ConstDirectiveNode, wanted: string): ConstValueNode | undefined =>
  directive.arguments?.find(({ name }) => name.value === wanted)?.value;
const textOf = (value: ConstValueNode | undefined): string | undefined => (value?.kind === Kind.STRING ? value.value : undefined);

/** One entry of `import`: `"@x"`, or `{ name: "@x", as: "@y" }`. */
function importOf(value: ConstValueNode): readonly [string, string] {
  if (value.kind !== Kind.OBJECT) return [textOf(value) ?? '', textOf(value) ?? ''];
  const member = (wanted: string) => textOf(value.fields.find(({ name }) => name.value === wanted)?.value);
  const name = member('name') ?? '';
  return [name, member('as') ?? name];
}

function linkOf(directive: ConstDirectiveNode): Link {
  const url = textOf(argument(directive, 'url')) ?? '';
  const specification = url.split('/').at(-2) ?? '';
  const imported = argument(directive, 'import');
  return {
    url,
    prefix: textOf(argument(directive, 'as')) ?? specification,
    imports: new Map(imported?.kind === Kind.LIST ? imported.values.map(importOf) : []),
  };
}

/**
 * Reads the `@link`s of a supergraph.
 * @see https://specs.apollo.dev/link/v1.0 "Name conventions"
 */
export function linkedNames(supergraph: DocumentNode): LinkedNames {
  const links = supergraph.definitions
    .flatMap((node) => (node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION ? (node.directives ?? []) : []))
    .filter(({ name }) => name.value === 'link' || name.value === 'core')
    .map(linkOf);
  return {
    directive(specification, directive) {
      const link = links.find(({ url }) => url.startsWith(`${specification}/v`));
      if (!link) return undefined;
      const imported = link.imports.get(`@${directive}`)?.slice(1);
      if (imported) return imported;
      const isNamesake = specification.endsWith(`/${directive}`);
      return isNamesake ? link.prefix : `${link.prefix}__${directive}`;
    },
  };
}
