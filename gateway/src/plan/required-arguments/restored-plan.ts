import {
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import type { ConditionNode, FetchNode, PlanNode, RequiredSelection, Rewrite } from '../query-plan.ts';
import type { Requirements } from './requirements.ts';
import type { StandIn } from './stand-ins.ts';

/** Puts the fields back for which others stood in. */
export type RestorePlan = (node: PlanNode) => PlanNode;

const textOf = (operation: OperationDefinitionNode): string =>
  stripIgnoredCharacters(print({ kind: Kind.DOCUMENT, definitions: [operation] }));

function operationOf(text: string): OperationDefinitionNode {
  const [operation] = parse(text, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('a fetch holds no operation');
  return operation;
}

/** Paths of the stand-ins in what a fetch requires, and the changes that give them their own names. */
function renamers(
  selections: readonly RequiredSelection[],
  standIns: ReadonlyMap<string, StandIn>,
  above: readonly string[] = [],
): readonly Rewrite[] {
  return selections.flatMap((selection): readonly Rewrite[] => {
    if (selection.kind === 'InlineFragment') {
      const { typeCondition } = selection;
      return renamers(selection.selections, standIns, typeCondition === undefined ? above : [...above, `... on ${typeCondition}`]);
    }
    const path = [...above, selection.alias ?? selection.name];
    const standIn = standIns.get(selection.name);
    return [
      ...renamers(selection.selections ?? [], standIns, path),
      ...(standIn ? [{ kind: 'KeyRenamer', path, renameKeyTo: standIn.field } as const] : []),
    ];
  });
}

/** Leaves out required fields by their path. */
function withoutPaths(selections: readonly RequiredSelection[], dropped: ReadonlySet<string>, above = ''): readonly RequiredSelection[] {
  return selections.flatMap((selection): readonly RequiredSelection[] => {
    if (selection.kind === 'InlineFragment') return [{ ...selection, selections: withoutPaths(selection.selections, dropped, above) }];
    const path = `${above}${selection.name}`;
    if (dropped.has(path)) return [];
    if (!selection.selections) return [selection];
    const inner = withoutPaths(selection.selections, dropped, `${path}/`);
    return inner.length === 0 ? [] : [{ ...selection, selections: inner }];
  });
}

/** Fields that can be asked for together: what they require fits into one representation. */
interface Share {
  readonly fields: Set<string>;
  /** The required path by the path that it takes in a representation. */
  readonly taken: Map<string, string>;
}

/** The fields of the entities that a fetch asks for, with the types of the fragments around them. */
function entityFields({ selections }: SelectionSetNode, type: string): readonly (readonly [type: string, field: string])[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [[type, selection.name.value] as const];
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    return entityFields(selection.selectionSet, selection.typeCondition?.name.value ?? type);
  });
}

function keepFields(selectionSet: SelectionSetNode, keep: (field: FieldNode) => boolean): SelectionSetNode {
  const selections = selectionSet.selections.flatMap((selection): readonly SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return keep(selection) ? [selection] : [];
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
    const inner = keepFields(selection.selectionSet, keep);
    return inner.selections.length === 0 ? [] : [{ ...selection, selectionSet: inner }];
  });
  return { ...selectionSet, selections };
}

const entitiesOf = ({ selectionSet }: OperationDefinitionNode): FieldNode => selectionSet.selections[0] as FieldNode;

/** The same operation for some of the fields of its entities, with the variables that these use. */
function partOf(operation: OperationDefinitionNode, fields: ReadonlySet<string>) {
  const entities = entitiesOf(operation);
  const selectionSet = keepFields(entities.selectionSet!, ({ name }) => fields.has(name.value));
  const part = { ...operation, selectionSet: { ...operation.selectionSet, selections: [{ ...entities, selectionSet }] } };
  const used = new Set<string>();
  visit(part.selectionSet, { Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value));
  return { operation: textOf({ ...part, variableDefinitions }), variableUsages: [...used].filter((name) => name !== 'representations') };
}

/** Makes the way back from plans with stand-ins to plans that subgraphs understand. */
export function restoredPlan(standIns: ReadonlyMap<string, StandIn>, requirementsOf: Requirements): RestorePlan {
  const realPath = (path: string): string =>
    path
      .split('/')
      .map((name) => standIns.get(name)?.field ?? name)
      .join('/');

  /** Required paths that would take one place in a representation. */
  const contested = (fields: readonly (readonly [string, string])[], service: string): ReadonlySet<string> => {
    const paths = new Set(fields.flatMap(([type, field]) => requirementsOf(type, field, service)));
    const rivalsOf = (path: string) => [...paths].filter((other) => realPath(other) === realPath(path));
    return new Set([...paths].filter((path) => rivalsOf(path).length > 1));
  };
  const sharesOf = (fields: readonly (readonly [string, string])[], service: string, rivals: ReadonlySet<string>): readonly Share[] => {
    const shares: Share[] = [];
    for (const [type, field] of fields) {
      const needs = requirementsOf(type, field, service).filter((path) => rivals.has(path));
      const fits = ({ taken }: Share) => needs.every((path) => (taken.get(realPath(path)) ?? path) === path);
      const share = shares.find(fits) ?? { fields: new Set(), taken: new Map() };
      if (!shares.includes(share)) shares.push(share);
      share.fields.add(field);
      for (const path of needs) share.taken.set(realPath(path), path);
    }
    return shares;
  };
  const split = (fetch: FetchNode): readonly FetchNode[] => {
    if (!fetch.requires) return [fetch];
    const operation = operationOf(fetch.operation);
    const fields = entityFields(entitiesOf(operation).selectionSet!, '');
    const rivals = contested(fields, fetch.serviceName);
    if (rivals.size === 0) return [fetch];
    return sharesOf(fields, fetch.serviceName, rivals).map((share) => {
      const wanted = new Set(share.taken.values());
      const dropped = new Set([...rivals].filter((path) => !wanted.has(path)));
      return { ...fetch, ...partOf(operation, share.fields), requires: withoutPaths(fetch.requires!, dropped) };
    });
  };
  const restoreFetch = (fetch: FetchNode): FetchNode => {
    const operation = visit(operationOf(fetch.operation), {
      Field(field) {
        const standIn = standIns.get(field.name.value);
        if (!standIn) return undefined;
        const name = { ...field.name, value: standIn.field };
        return { ...field, alias: field.alias ?? field.name, name, arguments: standIn.arguments };
      },
    });
    const renames = renamers(fetch.requires ?? [], standIns);
    const inputRewrites = [...(fetch.inputRewrites ?? []), ...renames];
    return { ...fetch, operation: textOf(operation), ...(inputRewrites.length > 0 && { inputRewrites }) };
  };

  const restoreFetches = (node: FetchNode): PlanNode => {
    const fetches = split(node).map(restoreFetch);
    return fetches.length === 1 ? fetches[0]! : { kind: 'Parallel', nodes: fetches };
  };
  const restoreCondition = ({ ifClause, elseClause, ...node }: ConditionNode): ConditionNode => ({
    ...node,
    ...(ifClause && { ifClause: restore(ifClause) }),
    ...(elseClause && { elseClause: restore(elseClause) }),
  });

  const restore: RestorePlan = (node) => {
    switch (node.kind) {
      case 'Fetch':
        return restoreFetches(node);
      case 'Flatten':
        return { ...node, node: restore(node.node) };
      case 'Sequence':
      case 'Parallel':
        return { ...node, nodes: node.nodes.map(restore) };
      case 'Condition':
        return restoreCondition(node);
      case 'Defer':
        return node;
    }
  };
  return restore;
}
