import { type ConstArgumentNode, type ConstDirectiveNode, type EnumValueDefinitionNode, Kind } from 'graphql';
import { argumentOf } from '../required-arguments/external-fields.ts';

const SUFFIX = '_REQUIRING';

function withArgument(directive: ConstDirectiveNode, wanted: string, value: ConstArgumentNode['value']): ConstDirectiveNode {
  const replaced = (argument: ConstArgumentNode) => (argument.name.value === wanted ? { ...argument, value } : argument);
  return { ...directive, arguments: (directive.arguments ?? []).map(replaced) };
}

/** The same said of the graph that stands for one. */
export const movedTo = (directive: ConstDirectiveNode, graph: string): ConstDirectiveNode =>
  withArgument(directive, 'graph', { kind: Kind.ENUM, value: `${graph}${SUFFIX}` });

/**
 * A value of `join__Graph`, followed by the one that stands for it where it is among `graphs`.
 * @param realNames learns the subgraph that is meant, by the name of the one that stands for it
 */
export function standInGraph(
  value: EnumValueDefinitionNode,
  graphs: ReadonlySet<string>,
  realNames: Map<string, string>,
): readonly EnumValueDefinitionNode[] {
  if (!graphs.has(value.name.value)) return [value];
  const directives = (value.directives ?? []).map((directive) => {
    const name = argumentOf(directive, 'name') ?? value.name.value;
    realNames.set(`${name}${SUFFIX}`, name);
    return withArgument(directive, 'name', { kind: Kind.STRING, value: `${name}${SUFFIX}` });
  });
  return [value, { ...value, name: { ...value.name, value: `${value.name.value}${SUFFIX}` }, directives }];
}
