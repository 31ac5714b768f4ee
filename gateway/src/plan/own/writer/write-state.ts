import type { GraphQLFormattedError } from 'graphql';
import { type Faults, gatewayError, isExplained } from '../errors.ts';

/** What the generated writer carries through one answer. */
export interface WriteState {
  /** Place of the value being written; longer than the present depth when deeper values were written before. */
  readonly path: (string | number)[];
  /** Variables that conditions use, in the order of the writer's `flags`. */
  readonly flags: readonly boolean[];
  /** What went wrong before: it may explain a null. */
  readonly faults: Faults;
  /** What is found while writing. */
  readonly found: GraphQLFormattedError[];
  /** JSON text of `__schema` and `__type`, by response name. */
  readonly introspection: Readonly<Record<string, string>>;
  /** Entity objects written so far. */
  count: number;
}

/** Text of a value that is null where it may not be: its parent becomes null in turn. */
export const BUBBLED = '';

function tell(state: WriteState, depth: number, message: string): void {
  const path = state.path.slice(0, depth + 1);
  if (!isExplained(path, state.faults)) state.found.push(gatewayError('SUBGRAPH_INVALID_RESPONSE', message, path));
}

/** A value of the wrong kind where null may stand. Answers the text of null. */
export function misfit(state: WriteState, depth: number, field: string): string {
  tell(state, depth, `${field} was answered with a value of another type.`);
  return 'null';
}

/** A missing or unfit value where null may not stand. */
export function missing(state: WriteState, depth: number, field: string, value: unknown): string {
  const isNull = value === null || value === undefined;
  tell(
    state,
    depth,
    isNull ? `Cannot return null for non-nullable field ${field}.` : `${field} was answered with a value of another type.`,
  );
  return BUBBLED;
}

/** No object, no list or an object of an unknown type where one is expected. */
export function misshapen(state: WriteState, depth: number, field: string): string {
  tell(state, depth, `${field} was answered with a value of another type.`);
  return BUBBLED;
}
