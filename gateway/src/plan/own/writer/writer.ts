import type { GraphQLFormattedError } from 'graphql';
import type { JsonObject } from '../../../transport/port.ts';
import type { Faults } from '../errors.ts';
import { type LeafKind, type LeafText, leafTextOf } from './leaf-text.ts';
import { type DataObject, isDataObject, readProperty } from '../own-property.ts';
import type { WriterProgram } from './writer-program.ts';
import { BUBBLED, bubbled, missing, misfit, misshapen, type WriteState } from './write-state.ts';

/** What an answer is written from. */
export interface WriteInput {
  readonly data: DataObject;
  readonly variables: JsonObject;
  /** JSON text of introspection fields by response name. */
  readonly introspection: Readonly<Record<string, string>>;
  /** What went wrong so far: a null that it explains is no error of its own. */
  readonly faults: Faults;
}

/** An answer as it is sent. */
export interface Written {
  /** The `data` entry; `null` as text when a null bubbled to the top. */
  readonly dataJson: string;
  /** Values that did not fit, and nulls where none may be. */
  readonly found: readonly GraphQLFormattedError[];
  /** Entity objects written. */
  readonly objectCount: number;
}

/** Writes answers of one operation. */
export interface ResponseWriter {
  write(input: WriteInput): Written;
  /** The same with another form of leaves. */
  withLeaves(leafOf: (kind: LeafKind) => LeafText): ResponseWriter;
}

type WriteRoot = (data: DataObject, state: WriteState) => string;

const RUNTIME = { isRecord: isDataObject, ownValue: readProperty, misfit, missing, misshapen, bubbled };

/** Runs generated code. The code holds names of the schema and the document only as JSON strings. */
function load(code: string, leaves: readonly LeafText[]): WriteRoot {
  // oxlint-disable-next-line typescript/no-implied-eval -- the reason for this file: property access and text that the engine can inline
  const make = new Function('R', 'L', code) as (runtime: typeof RUNTIME, leaves: readonly LeafText[]) => WriteRoot;
  return make(RUNTIME, leaves);
}

/** Makes the writer of a program. Functions of the code are compiled when they are called for the first time. */
export function responseWriter(program: WriterProgram, leafOf: (kind: LeafKind) => LeafText = leafTextOf): ResponseWriter {
  const { code, leaves, flags: variableNames } = program;
  const writeRoot = load(
    code,
    leaves.map((kind) => leafOf(kind)),
  );
  return {
    withLeaves: (otherLeafOf) => responseWriter(program, otherLeafOf),
    write({ data, variables, introspection, faults }) {
      const flags = variableNames.map((variable) => variables[variable] === true);
      const state: WriteState = { data, path: [], flags, faults, found: [], introspection, count: 0, absent: undefined };
      const text = writeRoot(data, state);
      return { dataJson: text === BUBBLED ? 'null' : text, found: state.found, objectCount: state.count };
    },
  };
}
