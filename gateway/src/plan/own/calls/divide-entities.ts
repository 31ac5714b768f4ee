import type { GraphQLFormattedError } from 'graphql';
import { byteSize, type Json, type SubgraphAnswer } from '../../../transport/port.ts';
import { deepCopy } from '../fetch/merge.ts';
import { type DataObject, readProperty } from '../own-property.ts';

/** Positions in the list of representations that one waiter is about, in its own order. */
export type Positions = readonly number[];

const ENTITIES = '_entities';

/** The entities of an answer; undefined when the list does not fit the question. */
export function entitiesOf({ data }: SubgraphAnswer, asked: number): readonly Json[] | undefined {
  const entities = data ? readProperty(data as DataObject, ENTITIES) : undefined;
  return Array.isArray(entities) && entities.length === asked ? (entities as readonly Json[]) : undefined;
}

/** The position that an error is about; undefined for an error about the call. */
function positionOf({ path = [] }: GraphQLFormattedError): number | undefined {
  const [root, index] = path;
  return root === ENTITIES && typeof index === 'number' ? index : undefined;
}

/** Errors as one waiter may see them: those about its own things at its own positions, and those about the call. */
function errorsFor(errors: readonly GraphQLFormattedError[], positions: Positions, isWhole: boolean): readonly GraphQLFormattedError[] {
  return errors.flatMap((error) => {
    const position = positionOf(error);
    if (position === undefined) return [error];
    const own = positions.indexOf(position);
    if (own !== -1) return [{ ...error, path: [ENTITIES, own, ...error.path!.slice(2)] }];
    if (isWhole) return [];
    // Nothing was answered because of another's thing.
    const { path: _path, ...rest } = error;
    return [rest];
  });
}

/** A part came as no more bytes than the whole. */
function sized(part: SubgraphAnswer, { [byteSize]: bytes }: SubgraphAnswer): SubgraphAnswer {
  return bytes === undefined ? part : Object.assign(part, { [byteSize]: bytes });
}

/** Whether a waiter wants everything, in the order in which it was asked for: whoever asked alone. */
const isAll = (positions: Positions, asked: number): boolean =>
  positions.length === asked && positions.every((position, index) => position === index);

/**
 * Cuts an answer to `_entities` into one answer for each waiter, as if each had asked alone.
 * An entity that several wait for is copied for all but the first.
 * @param asked how many representations were sent
 */
export function divideEntities(answer: SubgraphAnswer, needs: readonly Positions[], asked: number): readonly SubgraphAnswer[] {
  const { errors = [] } = answer;
  const entities = entitiesOf(answer, asked);
  if (entities && needs.length === 1 && isAll(needs[0]!, asked)) return [answer];
  const isTaken: boolean[] = [];
  const take = (position: number): Json => {
    const entity = entities![position] ?? null;
    if (isTaken[position]) return deepCopy(entity);
    isTaken[position] = true;
    return entity;
  };
  return needs.map((positions): SubgraphAnswer => {
    const data = entities ? { [ENTITIES]: positions.map(take) } : null;
    if (errors.length === 0) return sized({ data }, answer);
    const own = errorsFor(errors, positions, entities !== undefined);
    return sized(own.length > 0 ? { data, errors: own } : { data }, answer);
  });
}
