import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Kind, parse, print, visit, type DefinitionNode, type DocumentNode } from 'graphql';
import type { SubgraphName } from './ids.ts';

/** Directives of the federation specification that a subgraph of ours may import. */
const FEDERATION_DIRECTIVES = [
  '@cost',
  '@external',
  '@inaccessible',
  '@key',
  '@listSize',
  '@override',
  '@provides',
  '@requires',
  '@shareable',
  '@tag',
];
/** Directives of our own that composition carries into the supergraph. */
const OWN_DIRECTIVES = { '@access': 'access/v1.0', '@live': 'live/v1.0', '@viewer': 'live/v1.0' } as const;

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const nameOf = (definition: DefinitionNode) => ('name' in definition && definition.name ? definition.name.value : '');

/** Names that a part of a document mentions: types as they stand, directives with their `@`. */
function mentions(node: DocumentNode | DefinitionNode): Set<string> {
  const names = new Set<string>();
  visit(node, {
    NamedType: ({ name }) => void names.add(name.value),
    Directive: ({ name }) => void names.add(`@${name.value}`),
  });
  return names;
}

/** Definitions of `shared.graphql` that a document needs, each with what it needs in turn. */
function sharedDefinitions(document: DocumentNode): readonly DefinitionNode[] {
  const shared = parse(read('shared.graphql')).definitions;
  const byName = new Map(
    shared.map((definition) => [definition.kind === Kind.DIRECTIVE_DEFINITION ? `@${nameOf(definition)}` : nameOf(definition), definition]),
  );
  const needed = new Set<DefinitionNode>();
  const collect = (node: DocumentNode | DefinitionNode) => {
    for (const name of mentions(node)) {
      const definition = byName.get(name);
      if (!definition || needed.has(definition)) continue;
      needed.add(definition);
      collect(definition);
    }
  };
  collect(document);
  return shared.filter((definition) => needed.has(definition));
}

/** `extend schema` with the specifications that the document uses, each with exactly what is used of it. */
function schemaExtension(used: ReadonlySet<string>): string {
  const own = Object.entries(OWN_DIRECTIVES).filter(([directive]) => used.has(directive));
  const federation = FEDERATION_DIRECTIVES.filter((directive) => used.has(directive));
  const imports = (names: readonly string[]) => `[${names.map((name) => JSON.stringify(name)).join(', ')}]`;
  const specifications = [...new Set(own.map(([, specification]) => specification))];
  const importsOf = (specification: string) => imports(own.flatMap(([name, from]) => (from === specification ? [name] : [])));
  return [
    'extend schema',
    `  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${imports(['@composeDirective', ...federation].toSorted())})`,
    ...specifications.map((specification) => `  @link(url: "https://veza.dev/${specification}", import: ${importsOf(specification)})`),
    ...own.map(([directive]) => `  @composeDirective(name: "${directive}")`),
  ].join('\n');
}

/** Text of a subgraph's own SDL: one file, or a folder of files by noun where one would be too long. */
function ownText(name: SubgraphName): string {
  const folder = new URL(`subgraphs/${name}/`, import.meta.url);
  if (!existsSync(folder)) return read(`subgraphs/${name}.graphql`);
  return readdirSync(folder)
    .toSorted()
    .map((file) => read(`subgraphs/${name}/${file}`))
    .join('\n');
}

/** The hand-written definitions of one subgraph, without the common head. */
export function ownDefinitions(name: SubgraphName): DocumentNode {
  return parse(ownText(name));
}

/** A document with the common head before it: links, directives, scalars and the shared value types that it uses. */
export function withCommonHead(document: DocumentNode): string {
  const shared = sharedDefinitions(document);
  const whole: DocumentNode = { kind: Kind.DOCUMENT, definitions: [...shared, ...document.definitions] };
  return `${schemaExtension(mentions(whole))}\n\n${print(whole)}\n`;
}

/** The complete SDL of one subgraph, as it is built and composed. */
export function subgraphSdl(name: SubgraphName): string {
  return withCommonHead(ownDefinitions(name));
}

/** The composed supergraph that is committed beside this file. */
export function supergraphSdl(): string {
  return read('supergraph.graphql');
}
