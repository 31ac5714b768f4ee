export { ID_OWNERS, type IdOwner, SUBGRAPH_NAMES, type SubgraphName } from './ids.ts';
export { nodesSdl } from './nodes.ts';
export { type ClientDocument, clientDocuments } from './operations.ts';
export { rootFieldPriority, type RootFieldPriority } from './priorities.ts';
export { subgraphSdl, supergraphSdl } from './sdl.ts';
export { type TrustedDocument, trustedDocuments } from './trusted-documents.ts';
