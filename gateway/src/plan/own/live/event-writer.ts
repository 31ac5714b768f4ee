import type { FetchNode } from '../../query-plan.ts';
import type { WriteNow } from '../../subscription-plan.ts';
import type { Faults } from '../errors.ts';
import { MAX_DATA_BYTES } from '../fetch/weight.ts';
import type { Program } from '../run.ts';
import type { ByteTexts } from './byte-texts.ts';

const NO_INTROSPECTION: Readonly<Record<string, string>> = {};

/** Undefined for a program that has to ask others first, and where what a subgraph answers has to be renamed. */
export function eventWriter(program: Program, { outputRewrites = [] }: FetchNode, texts: ByteTexts): WriteNow | undefined {
  const { step, introspect } = program;
  if (step || introspect || outputRewrites.length > 0) return undefined;
  const writer = program.writer.withLeaves((kind) => texts.leafOf(kind));
  const faults: Faults = { errors: [], emptied: [], absences: new Map() };
  return ({ answer: { data, errors = [] }, dataBytes = Number.POSITIVE_INFINITY }, variables) => {
    if (!data || errors.length > 0 || dataBytes > MAX_DATA_BYTES) return undefined;
    const { dataJson, found } = writer.write({ data, variables, introspection: NO_INTROSPECTION, faults });
    return found.length === 0 ? dataJson : undefined;
  };
}
