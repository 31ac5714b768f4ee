import { type DefinitionNode, type DocumentNode, Kind, parse } from 'graphql';
import type { Pause } from '../pace.ts';

/** Parses a document whose definitions come one by one, with pauses for others between them. */
export async function parseInPieces(definitions: readonly string[], pause: Pause): Promise<DocumentNode> {
  const nodes: DefinitionNode[] = [];
  for (const definition of definitions) {
    await pause();
    nodes.push(...parse(definition, { noLocation: true }).definitions);
  }
  return { kind: Kind.DOCUMENT, definitions: nodes };
}
