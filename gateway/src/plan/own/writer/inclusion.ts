import { type DirectiveNode, Kind } from 'graphql';

/** Variables that must all have these values. Empty means always. */
export type Conjunction = ReadonlyMap<string, boolean>;

/** Holds whatever the variables are. */
export const ALWAYS: Conjunction = new Map();

/** `undefined` is never: both a variable and its opposite, or a literal that says no. */
type MaybeConjunction = Conjunction | undefined;

function extended(conjunction: Conjunction, variable: string, value: boolean): MaybeConjunction {
  const known = conjunction.get(variable);
  if (known !== undefined) return known === value ? conjunction : undefined;
  return new Map([...conjunction, [variable, value]]);
}

function narrowedBy(conjunction: Conjunction, { name, arguments: given = [] }: DirectiveNode): MaybeConjunction {
  const condition = given[0]?.value;
  if ((name.value !== 'include' && name.value !== 'skip') || !condition) return conjunction;
  const wanted = name.value === 'include';
  if (condition.kind === Kind.VARIABLE) return extended(conjunction, condition.name.value, wanted);
  return condition.kind === Kind.BOOLEAN && condition.value !== wanted ? undefined : conjunction;
}

/** Narrows a condition by the `@skip` and `@include` of one selection; undefined when it is never included. */
export function narrowed(conjunction: Conjunction, directives: readonly DirectiveNode[] = []): MaybeConjunction {
  return directives.reduce<MaybeConjunction>((result, directive) => result && narrowedBy(result, directive), conjunction);
}

/** Whether a condition holds. */
export function holds(conjunction: Conjunction, variables: Readonly<Record<string, unknown>>): boolean {
  return [...conjunction].every(([variable, value]) => (variables[variable] === true) === value);
}

/** When a field is written at one of its occurrences: the occurrence holds and no earlier one did. */
export interface Inclusion {
  readonly when: Conjunction;
  readonly unless: readonly Conjunction[];
}

/** Whether the field is written for every value of the variables. */
export function isAlways({ when, unless }: Inclusion): boolean {
  return when.size === 0 && unless.length === 0;
}

/** A text that is equal for equal conditions. */
export function conjunctionKey(conjunction: Conjunction): string {
  return [...conjunction].map(([variable, value]) => `${value ? '' : '!'}${variable}`).join('&');
}

/** JavaScript that tests a condition. @param flag the expression for a variable's value */
export function inclusionCode({ when, unless }: Inclusion, flag: (variable: string) => string): string {
  const conjunction = (terms: Conjunction) => [...terms].map(([variable, value]) => `${value ? '' : '!'}${flag(variable)}`).join(' && ');
  const terms = [conjunction(when), ...unless.map((terms) => `!(${conjunction(terms)})`)];
  return terms.filter((term) => term !== '').join(' && ');
}
