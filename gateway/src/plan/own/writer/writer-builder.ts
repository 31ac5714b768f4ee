import { type FieldNode, type GraphQLLeafType, isEnumType } from 'graphql';
import type { CollectedField, DocumentContext } from './collect-fields.ts';
import { conjunctionKey } from './inclusion.ts';
import type { LeafKind } from './leaf-text.ts';

/** What a writer is generated from. */
export interface WriterContext extends DocumentContext {
  readonly entityTypes: ReadonlySet<string>;
}

/** Generated functions and the values they refer to. Names of the document enter the code as JSON strings only. */
export interface WriterBuilder {
  readonly context: WriterContext;
  /** Name of the function for a key; its code is made once. */
  define(key: string, codeOf: (name: string) => string): string;
  /** A text that is equal for fields of the same document nodes under the same conditions: one function writes them. */
  keyOf(fields: readonly CollectedField[]): string;
  /** Name of the function that writes a leaf of the type. */
  leaf(type: GraphQLLeafType): string;
  /** Expression for the value of a Boolean variable. */
  flag(variable: string): string;
  /** Whole source; a function body with the parameters `R` (the functions it calls), `L` (leaves). */
  finish(entry: string): string;
  readonly leaves: readonly LeafKind[];
  /** Variables in the order of `state.flags`. */
  readonly flags: readonly string[];
}

const BUILT_IN: ReadonlySet<string> = new Set<Exclude<LeafKind, object>>(['String', 'ID', 'Int', 'Float', 'Boolean']);

function leafKindOf(type: GraphQLLeafType): LeafKind {
  if (isEnumType(type)) return { enum: type.getValues().map(({ name }) => name) };
  return BUILT_IN.has(type.name) ? (type.name as LeafKind) : 'custom';
}

/** An empty builder. */
export function writerBuilder(context: WriterContext): WriterBuilder {
  const names = new Map<string, string>();
  const functions: string[] = [];
  const leafIndex = new Map<string, number>();
  const leaves: LeafKind[] = [];
  const flags: string[] = [];
  const nodes = new Map<FieldNode, number>();

  const numberOf = (node: FieldNode) => {
    const known = nodes.get(node) ?? nodes.size;
    nodes.set(node, known);
    return known;
  };

  return {
    context,
    leaves,
    flags,
    define(key, codeOf) {
      const known = names.get(key);
      if (known) return known;
      const name = `f${names.size}`;
      names.set(key, name);
      functions.push(codeOf(name));
      return name;
    },
    keyOf: (fields) =>
      fields.map(({ occurrences }) => occurrences.map(({ node, when }) => `${numberOf(node)}${conjunctionKey(when)}`).join()).join(';'),
    leaf(type) {
      const known = leafIndex.get(type.name);
      if (known !== undefined) return `leaf${known}`;
      leafIndex.set(type.name, leaves.length);
      return `leaf${leaves.push(leafKindOf(type)) - 1}`;
    },
    flag(variable) {
      const known = flags.indexOf(variable);
      return `F[${known === -1 ? flags.push(variable) - 1 : known}]`;
    },
    finish(entry) {
      const leafNames = leaves.map((_, index) => `const leaf${index} = L[${index}];`);
      const runtime = 'const { isRecord, ownValue, misfit, missing, misshapen, bubbled } = R;';
      return ["'use strict';", runtime, ...leafNames, ...functions, `return ${entry};`].join('\n');
    },
  };
}
