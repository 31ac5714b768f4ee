import { Kind, type DirectiveNode, type ValueNode } from 'graphql';
import type { JsonObject } from '../transport/port.ts';

/** Whether a part of an operation takes part in a request, by `@skip` and `@include` on the way to it. */
export type Condition = (variables: JsonObject) => boolean;

const always: Condition = () => true;
const never: Condition = () => false;

/** Whether a condition holds whatever the variables are. */
export function isAlways(condition: Condition): boolean {
  return condition === always;
}

function both(first: Condition, second: Condition): Condition {
  if (first === always) return second;
  if (second === always) return first;
  return (variables) => first(variables) && second(variables);
}

function valueIs(expected: boolean, value: ValueNode | undefined): Condition {
  if (value?.kind === Kind.VARIABLE) {
    const { value: variable } = value.name;
    return (variables) => variables[variable] === expected;
  }
  return value?.kind === Kind.BOOLEAN && value.value !== expected ? never : always;
}

/** The condition of a node together with the one of what is around it. */
export function whenIncluded(node: { readonly directives?: readonly DirectiveNode[] | undefined }, around: Condition = always): Condition {
  let condition = around;
  for (const { name, arguments: given } of node.directives ?? []) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    condition = both(condition, valueIs(name.value === 'include', given?.find((argument) => argument.name.value === 'if')?.value));
  }
  return condition;
}
