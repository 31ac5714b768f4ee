import { byteSize, type Json, type SubgraphAnswer } from '../../../transport/port.ts';
import { type DataObject, isDataObject } from '../own-property.ts';

/** Data that one run may put together. Bytes, as JSON. @see gateway.md 3.3 */
export const MAX_DATA_BYTES = 32 * 1024 * 1024;

/** What a number, a boolean or null and the punctuation around any value weigh at most, on average. Bytes. */
const LEAF_BYTES = 8;
const PUNCTUATION_BYTES = 4;

/** About how many bytes a value takes as JSON: characters count once, names as often as they stand. */
export function weightOf(value: Json | undefined): number {
  if (typeof value === 'string') return value.length + PUNCTUATION_BYTES;
  if (Array.isArray(value)) {
    let weight = PUNCTUATION_BYTES;
    for (const item of value as readonly Json[]) weight += weightOf(item);
    return weight;
  }
  if (!isDataObject(value)) return LEAF_BYTES;
  let weight = PUNCTUATION_BYTES;
  // Objects of subgraphs are parsed JSON, with and without a prototype; they have no inherited enumerable properties.
  for (const name in value) weight += name.length + PUNCTUATION_BYTES + weightOf(value[name]);
  return weight;
}

/** A run, as far as its weight goes. */
interface WeighedRun {
  readonly data: DataObject;
  /** At most so much is in the data. Bytes, as JSON. */
  dataBytes: number;
}

/** Takes a value into the weight of a run; false when that would be too much, so that the value must not be put in. */
export function mayAdd(run: WeighedRun, value: Json | undefined, times = 1): boolean {
  const weight = run.dataBytes + weightOf(value) * times;
  if (weight > MAX_DATA_BYTES) return false;
  run.dataBytes = weight;
  return true;
}

/**
 * Takes a whole answer into the weight of a run by its length as text, which is more than the run's share of it weighs, and costs
 * nothing to know. False when the sum of such lengths would be too much, or none is known: then what the run holds is known exactly,
 * and what is added has to be weighed.
 * @param times how often any part of the answer is put in, at most
 */
export function mayAddUnweighed(run: WeighedRun, answer: SubgraphAnswer, times = 1): boolean {
  const bytes = answer[byteSize];
  if (bytes === undefined) return false;
  const weight = run.dataBytes + bytes * times;
  if (weight <= MAX_DATA_BYTES) {
    run.dataBytes = weight;
    return true;
  }
  run.dataBytes = weightOf(run.data as Json);
  return false;
}
