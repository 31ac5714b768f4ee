/**
 * An object of a fixture: its type and a number from which everything about it follows. So every subgraph and the one stitched schema
 * agree on it without sharing data.
 */
export interface Thing {
  readonly __typename: string;
  readonly n: number;
  /** The representation that it was looked up by. */
  readonly given?: Readonly<Record<string, unknown>>;
}

/** Things that keys may name. Small, so that the same thing comes up often; from 1, because the reference loses a renamed 0. */
export const THINGS = 6;

/** Text of a key of a thing. */
export const keyText = (name: string, n: number): string => `${name}-${n}`;

/** The number in a part of a key, or undefined. */
export function numberIn(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return Number(/-(\d+)$/.exec(value)?.[1] ?? Number.NaN) || undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.values(value)
    .map(numberIn)
    .find((n) => n !== undefined);
}
