import { type DocumentNode, type FragmentDefinitionNode, type GraphQLFormattedError, Kind, type OperationDefinitionNode } from 'graphql';
import type { JsonObject } from '../../../transport/port.ts';
import type { Faults } from '../errors.ts';
import { ALWAYS } from './inclusion.ts';
import type { LeafText } from './leaf-text.ts';
import { type DataObject, isDataObject, readProperty } from '../own-property.ts';
import { generateWriter } from './writer-source.ts';
import { type WriterContext, writerBuilder } from './writer-builder.ts';
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
  /** Characters of generated code, for the cache's estimate of memory. */
  readonly codeLength: number;
}

type WriteRoot = (data: DataObject, state: WriteState) => string;

const RUNTIME = { isRecord: isDataObject, ownValue: readProperty, misfit, missing, misshapen, bubbled };

/** Runs generated code. The code holds names of the schema and the document only as JSON strings. */
function load(code: string, leaves: readonly LeafText[]): WriteRoot {
  // oxlint-disable-next-line typescript/no-implied-eval -- the reason for this file: property access and text that the engine can inline
  const make = new Function('R', 'L', code) as (runtime: typeof RUNTIME, leaves: readonly LeafText[]) => WriteRoot;
  return make(RUNTIME, leaves);
}

/** The one operation of a document, and its fragments by name. */
export function definitionsOf({ definitions }: DocumentNode): {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
} {
  const operation = definitions.find((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('the document holds no operation');
  const fragments = definitions.filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION);
  return { operation, fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])) };
}

/** Compiles the writer of one validated operation. @see gateway.md 4.7 */
export function responseWriter(document: DocumentNode, given: Omit<WriterContext, 'fragments'>): ResponseWriter {
  const { operation, fragments } = definitionsOf(document);
  const root = given.schema.getRootType(operation.operation);
  if (!root) throw new Error(`the schema offers no ${operation.operation}`);
  const builder = writerBuilder({ ...given, fragments });
  const entry = generateWriter(builder, root, [{ selectionSet: operation.selectionSet, when: ALWAYS }]);
  const code = builder.finish(entry);
  const writeRoot = load(code, builder.leaves);

  return {
    codeLength: code.length,
    write({ data, variables, introspection, faults }) {
      const flags = builder.flags.map((variable) => variables[variable] === true);
      const state: WriteState = { data, path: [], flags, faults, found: [], introspection, count: 0, absent: undefined };
      const text = writeRoot(data, state);
      return { dataJson: text === BUBBLED ? 'null' : text, found: state.found, objectCount: state.count };
    },
  };
}
