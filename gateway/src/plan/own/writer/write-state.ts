import type { GraphQLFormattedError } from 'graphql';
import { absentThingAbove } from '../absence.ts';
import { type Faults, gatewayError, isExplained } from '../errors.ts';
import type { ResponsePath } from '../fetch/targets.ts';
import type { DataObject } from '../own-property.ts';

/** What the generated writer carries through one answer. */
export interface WriteState {
  /** The object that is being written. */
  readonly data: DataObject;
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
  /** Place of the absent thing that the null on its way up comes from. */
  absent: ResponsePath | undefined;
}

/** Text of a value that is null where it may not be: its parent becomes null in turn. */
export const BUBBLED = '';

const typeMessage = (field: string) => `${field} was answered with a value of another type.`;

function tell(state: WriteState, depth: number, message: string): void {
  const path = state.path.slice(0, depth + 1);
  if (!isExplained(path, state.faults)) state.found.push(gatewayError('SUBGRAPH_INVALID_RESPONSE', message, path));
}

/**
 * Notes an absent thing as the reason why nothing stands at a path; its own place then tells whether that is an error.
 * @param least depth of the outermost thing that counts
 */
function isAbsence(state: WriteState, path: ResponsePath, least: number): boolean {
  const thing = absentThingAbove(path, state.data, state.faults.absences);
  state.absent = thing && thing.length >= least ? thing : undefined;
  return state.absent !== undefined;
}

/** A value of the wrong kind where null may stand. Answers the text of null. */
export function misfit(state: WriteState, depth: number, field: string): string {
  tell(state, depth, typeMessage(field));
  return 'null';
}

/** A missing or unfit value where null may not stand. */
export function missing(state: WriteState, depth: number, field: string, value: unknown): string {
  state.absent = undefined;
  if (value === undefined && isAbsence(state, state.path.slice(0, depth + 1), 0)) return BUBBLED;
  const isNull = value === null || value === undefined;
  tell(state, depth, isNull ? `Cannot return null for non-nullable field ${field}.` : typeMessage(field));
  return BUBBLED;
}

/** No object, no list or an object of an unknown type where one is expected. Of an absent thing the type may be unknown. */
export function misshapen(state: WriteState, depth: number, field: string): string {
  const itsType = [...state.path.slice(0, depth + 1), '__typename'];
  if (!isAbsence(state, itsType, depth + 1)) tell(state, depth, typeMessage(field));
  return BUBBLED;
}

/** A null from further down, where null may not stand. At the place of an absent thing it becomes an error, as it empties more than the thing. */
export function bubbled(state: WriteState, depth: number, field: string): string {
  const { absent } = state;
  if (absent?.length === depth + 1) {
    state.found.push(gatewayError('NOT_FOUND', `${field} is not there, or not for this viewer, and may not be null.`, absent));
  }
  return BUBBLED;
}
