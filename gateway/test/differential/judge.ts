import type { GraphQLFormattedError } from 'graphql';
import type { Fault } from './model/whole.ts';

type Path = readonly (string | number)[];

/** The part of a path that the data has: up to the null that ends it. */
function nullPlace(data: unknown, path: Path): string {
  let value = data;
  for (const [depth, segment] of path.entries()) {
    if (value === null || value === undefined) return path.slice(0, depth).join('.');
    value = (value as Readonly<Record<string | number, unknown>>)[segment];
  }
  return path.join('.');
}

const faultOf = ({ path = [], extensions = {} }: GraphQLFormattedError): Fault => `${path.join('.')} ${String(extensions['code'])}`;

/**
 * What is wrong with the errors of an answer, given everything that is wrong with the data: each error has to be true, and each null that
 * they make has to have one. Of several faults behind one null any may be told: which of them is found first is nobody's business.
 */
export function misjudged(errors: readonly GraphQLFormattedError[], faults: ReadonlySet<Fault>, dataJson: string): readonly string[] {
  const data: unknown = JSON.parse(dataJson);
  const told = errors.map(faultOf);
  const untrue = told.filter((fault) => !faults.has(fault)).map((fault) => `untrue: ${fault}`);
  const placeOf = (fault: string) => nullPlace(data, pathOf(fault));
  const explained = new Set(told.map(placeOf));
  const silent = [...faults].filter((fault) => !explained.has(placeOf(fault))).map((fault) => `not told: ${fault}`);
  return [...untrue, ...silent];
}

const pathOf = (fault: string): Path =>
  fault
    .slice(0, fault.lastIndexOf(' '))
    .split('.')
    .map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment));

/**
 * Whether two answers do not contradict each other, whatever the order of names: one may have null or nothing where the other has a value.
 * The reference hands an id on as a number where a subgraph answers one.
 */
export function doAgree(reference: unknown, own: unknown): boolean {
  if (reference === null || reference === undefined || own === null || own === undefined) return true;
  if (Array.isArray(reference)) {
    return Array.isArray(own) && own.length === reference.length && reference.every((item, index) => doAgree(item, own[index]));
  }
  if (typeof reference !== 'object') return reference === own || (typeof reference === 'number' && String(reference) === own);
  if (typeof own !== 'object' || Array.isArray(own)) return false;
  const ours = new Map(Object.entries(own));
  return Object.entries(reference).every(([name, member]) => doAgree(member, ours.get(name)));
}
