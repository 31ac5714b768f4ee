import { Kind, type DirectiveNode, type ValueNode } from 'graphql';
import type { JsonObject } from '../transport/port.ts';

/** When a part of an operation takes part in a request: all of these variables have these values. Nothing in it: always. */
export type Condition = readonly (readonly [variable: string, value: boolean])[];

/** Holds whatever the variables are. */
export const ALWAYS: Condition = [];

/** Whether a condition holds whatever the variables are. */
export function isAlways(condition: Condition): boolean {
  return condition.length === 0;
}

/** Whether a condition holds for these coerced variables. */
export function holds(condition: Condition, variables: JsonObject): boolean {
  for (const [variable, value] of condition) if (variables[variable] !== value) return false;
  return true;
}

function narrowed(condition: Condition, expected: boolean, value: ValueNode | undefined): Condition | undefined {
  if (value?.kind === Kind.VARIABLE) return [...condition, [value.name.value, expected]];
  return value?.kind === Kind.BOOLEAN && value.value !== expected ? undefined : condition;
}

/** The condition of a node by its `@skip` and `@include` together with the one of what is around it; undefined when it never holds. */
export function whenIncluded(
  node: { readonly directives?: readonly DirectiveNode[] | undefined },
  around: Condition = ALWAYS,
): Condition | undefined {
  let condition: Condition | undefined = around;
  for (const { name, arguments: given } of node.directives ?? []) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const value = given?.find((argument) => argument.name.value === 'if')?.value;
    condition = condition && narrowed(condition, name.value === 'include', value);
  }
  return condition;
}
