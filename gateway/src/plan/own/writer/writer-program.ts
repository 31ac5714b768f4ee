import type { DocumentNode } from 'graphql';
import { definitionsOf } from '../definitions-of.ts';
import { ALWAYS } from './inclusion.ts';
import type { LeafKind } from './leaf-text.ts';
import { type WriterContext, writerBuilder } from './writer-builder.ts';
import { generateWriter } from './writer-source.ts';

/** The code that writes the answers of one operation, and what it refers to. Plain data, which can leave a thread and lie on disk. */
export interface WriterProgram {
  /** A function body with the parameters `R` (the functions it calls) and `L` (leaves). */
  readonly code: string;
  readonly leaves: readonly LeafKind[];
  /** Variables that conditions use, in the order in which the code numbers them. */
  readonly flags: readonly string[];
}

/** Generates the writer of one validated operation: CPU work of up to some milliseconds. @see gateway.md 4.7 */
export function writerProgram(document: DocumentNode, given: Omit<WriterContext, 'fragments'>): WriterProgram {
  const { operation, fragments } = definitionsOf(document);
  const root = given.schema.getRootType(operation.operation);
  if (!root) throw new Error(`the schema offers no ${operation.operation}`);
  const builder = writerBuilder({ ...given, fragments });
  const entry = generateWriter(builder, root, [{ selectionSet: operation.selectionSet, when: ALWAYS }]);
  return { code: builder.finish(entry), leaves: builder.leaves, flags: builder.flags };
}
