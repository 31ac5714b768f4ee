import { type ConstDirectiveNode, type DefinitionNode, type DocumentNode, Kind, visit } from 'graphql';
import { argumentOf, withoutIdleExternals } from '../required-arguments/external-fields.ts';
import { requirementOf } from '../required-arguments/stand-ins.ts';
import { apartFields, type TypeWithFields } from './apart-fields.ts';
import { movedTo, standInGraph } from './stand-in-graph.ts';

/** A supergraph in which fields that require others are asked of subgraphs of their own. */
export interface RequiringApart {
  readonly supergraph: DocumentNode;
  /** The subgraph that is meant, by the name of the one that stands for it. */
  readonly realNames: ReadonlyMap<string, string>;
}

const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

type Directed = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

const hasFields = (node: DefinitionNode): node is TypeWithFields =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;

/** Graphs that stand for others are entered by key only, and directives are said of none. */
const isLeftAlone = (node: DefinitionNode): boolean =>
  node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.DIRECTIVE_DEFINITION || (hasFields(node) && ROOTS.has(node.name.value));

/** Graphs in which some field requires others. */
function requiringGraphs({ definitions }: DocumentNode): ReadonlySet<string> {
  const directives = definitions.filter(hasFields).flatMap(({ fields = [] }) => fields.flatMap((field) => field.directives ?? []));
  return new Set(directives.filter((directive) => requirementOf(directive) !== undefined).map((one) => argumentOf(one, 'graph') ?? ''));
}

/** What is said of a subgraph is said of the one that stands for it, too. */
function doubled<Node extends Directed>(node: Node, graphs: ReadonlySet<string>): Node {
  const directives = (node.directives ?? []).flatMap((directive) => {
    const graph = argumentOf(directive, 'graph');
    return graph === undefined || !graphs.has(graph) ? [directive] : [directive, movedTo(directive, graph)];
  });
  return { ...node, directives };
}

/**
 * Puts fields that require others into subgraphs of their own, which stand for the real ones and can be entered by key only. A way that
 * comes back to a subgraph is then one that goes on to another, which the planner gets right; it costs requests.
 * @returns undefined where nothing requires anything
 */
export function requiringApart(supergraph: DocumentNode): RequiringApart | undefined {
  const graphs = requiringGraphs(supergraph);
  if (graphs.size === 0) return undefined;
  const realNames = new Map<string, string>();
  const names = new Set<string>();
  const leave = <Node extends Directed>(node: Node): Node => doubled(node, graphs);
  const rewritten = (definition: DefinitionNode): DefinitionNode => {
    if (isLeftAlone(definition)) return definition;
    if (hasFields(definition)) {
      for (const { name } of definition.fields ?? []) names.add(name.value);
      return { ...leave(definition), fields: apartFields(definition, graphs) };
    }
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph') {
      return { ...definition, values: definition.values!.flatMap((value) => standInGraph(value, graphs, realNames)) };
    }
    const inner = { InputValueDefinition: { leave }, EnumValueDefinition: { leave } };
    return visit(leave(definition as DefinitionNode & Directed) as DefinitionNode, inner);
  };
  const definitions = supergraph.definitions.map(rewritten);
  return { supergraph: withoutIdleExternals({ ...supergraph, definitions }, names), realNames };
}
