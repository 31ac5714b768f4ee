import type { Pause } from '../../pace.ts';
import type { ConditionNode, PlanNode } from '../query-plan.ts';
import type { CompileContext, Step } from './context.ts';
import { entityFetch } from './fetch/entity-fetch.ts';
import { rootFetch } from './fetch/root-fetch.ts';

const nothing: Step = () => Promise.resolve();

function sequence(steps: readonly Step[]): Step {
  return async (context) => {
    for (const step of steps) {
      if (context.isHalted) return;
      await step(context);
    }
  };
}

function parallel(steps: readonly Step[]): Step {
  return async (context) => {
    await Promise.all(steps.map((step) => step(context)));
  };
}

/** What nodes are compiled with, and a pause between two of them. */
type CompilePaced = CompileContext & { readonly pause: Pause };

async function compileNodes(nodes: readonly PlanNode[], path: readonly string[], compile: CompilePaced): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for (const node of nodes) {
    await compile.pause();
    steps.push(await compileNode(node, path, compile));
  }
  return steps;
}

async function condition(node: ConditionNode, path: readonly string[], compile: CompilePaced): Promise<Step> {
  const met = node.ifClause ? await compileNode(node.ifClause, path, compile) : nothing;
  const unmet = node.elseClause ? await compileNode(node.elseClause, path, compile) : nothing;
  return (context) => (context.request.variables[node.condition] === true ? met(context) : unmet(context));
}

/**
 * Compiles a node of a plan. The closures hold everything that does not change between requests.
 * @param path where the node's objects stand in the answer; empty for the root
 */
export async function compileNode(node: PlanNode, path: readonly string[], compile: CompilePaced): Promise<Step> {
  switch (node.kind) {
    case 'Fetch':
      return node.requires ? entityFetch(node, path, compile) : rootFetch(node, compile);
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path], compile);
    case 'Sequence':
      return sequence(await compileNodes(node.nodes, path, compile));
    case 'Parallel':
      return parallel(await compileNodes(node.nodes, path, compile));
    case 'Condition':
      return condition(node, path, compile);
    case 'Defer':
      throw new Error('@defer is not offered, so no plan may hold it');
  }
}
