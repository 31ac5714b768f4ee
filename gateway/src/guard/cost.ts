import type { JsonObject } from '../transport/port.ts';
import { holds } from './conditions.ts';
import type { CostNode, CostTree } from './cost-tree.ts';
import { itemsOf } from './list-size.ts';

/** Why an operation is too expensive and what would make it pass; goes into `extensions.cost`. */
export interface CostReport {
  /** Points the operation would take. */
  readonly requested: number;
  /** Points one operation may take. */
  readonly max: number;
  /** Response keys from the root to the field that most of it is spent on, joined by dots. */
  readonly mostExpensivePath: string;
  /** Largest page size of the costliest list on that path with which the operation would pass; absent when none does. */
  readonly suggestedFirst?: number;
}

/** Static cost of one operation; the variables decide sizes of pages and what is skipped. */
export interface OperationCost {
  /** Points with these coerced variables. */
  of(variables: JsonObject): number;
  /** Points of these that are spent whatever comes back; all others stand for objects, and are given back for those that did not come. */
  fixed(variables: JsonObject): number;
  /** @param max the limit that was exceeded */
  explain(variables: JsonObject, max: number): CostReport;
}

/** A page size put in place of what the operation asks for. */
interface Replacement {
  readonly node: CostNode;
  readonly size: number;
}

const sum = (nodes: readonly CostNode[], variables: JsonObject, replacement?: Replacement): number =>
  nodes.reduce((total, node) => total + costOfNode(node, variables, replacement), 0);

/** Fields that every type has, plus the costliest of the fragments on single types: an object has one type only. */
function costOfTree({ shared, byType }: CostTree, variables: JsonObject, replacement?: Replacement): number {
  let costliest = 0;
  for (const nodes of Object.values(byType)) costliest = Math.max(costliest, sum(nodes, variables, replacement));
  return sum(shared, variables, replacement) + costliest;
}

function isIncluded({ when }: CostNode, variables: JsonObject): boolean {
  for (const condition of when) if (holds(condition, variables)) return true;
  return false;
}

function costOfNode(node: CostNode, variables: JsonObject, replacement?: Replacement): number {
  if (!isIncluded(node, variables)) return 0;
  const size = replacement?.node === node ? replacement.size : itemsOf(node.size, variables);
  return (node.weight + costOfTree(node.children, variables, replacement)) * size;
}

function fixedOfTree({ shared, byType }: CostTree, variables: JsonObject): number {
  const sumOf = (nodes: readonly CostNode[]) => nodes.reduce((total, node) => total + fixedOfNode(node, variables), 0);
  return sumOf(shared) + Math.max(0, ...Object.values(byType).map(sumOf));
}

function fixedOfNode(node: CostNode, variables: JsonObject): number {
  if (!isIncluded(node, variables)) return 0;
  return ((node.isFixed ? node.weight : 0) + fixedOfTree(node.children, variables)) * itemsOf(node.size, variables);
}

function holdsFixed({ shared, byType }: CostTree): boolean {
  return [...shared, ...Object.values(byType).flat()].some(({ isFixed, children }) => isFixed || holdsFixed(children));
}

/** Nodes from the root down, each the costliest of its siblings. */
function costliestPath(tree: CostTree, variables: JsonObject): readonly CostNode[] {
  const candidates = [...tree.shared, ...Object.values(tree.byType).flat()];
  let costliest: CostNode | undefined;
  let most = 0;
  for (const node of candidates) {
    const cost = costOfNode(node, variables);
    if (cost > most) [costliest, most] = [node, cost];
  }
  return costliest ? [costliest, ...costliestPath(costliest.children, variables)] : [];
}

/** Cost grows linearly with the size of one list, so two evaluations tell the size that fits. */
function fittingSize(tree: CostTree, path: readonly CostNode[], variables: JsonObject, max: number): number | undefined {
  const sliced = path.filter(({ size }) => size.given.length > 0);
  const node = sliced.toSorted((a, b) => itemsOf(b.size, variables) - itemsOf(a.size, variables))[0];
  if (!node) return undefined;
  const costWith = (size: number) => costOfTree(tree, variables, { node, size });
  const fitting = Math.floor((max - costWith(0)) / (costWith(1) - costWith(0)));
  return fitting >= 1 && costWith(fitting) <= max ? fitting : undefined;
}

/** The static cost of an operation: `cost = Σ field (weight + children) × size`. @param tree its fields, compiled once */
export function operationCost(tree: CostTree): OperationCost {
  return {
    of: (variables) => costOfTree(tree, variables),
    fixed: holdsFixed(tree) ? (variables) => fixedOfTree(tree, variables) : () => 0,
    explain(variables, max) {
      const path = costliestPath(tree, variables);
      const suggestedFirst = fittingSize(tree, path, variables, max);
      return {
        requested: costOfTree(tree, variables),
        max,
        mostExpensivePath: path.map(({ responseKey }) => responseKey).join('.'),
        ...(suggestedFirst === undefined ? {} : { suggestedFirst }),
      };
    },
  };
}
