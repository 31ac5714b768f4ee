/** Where the SDL of the supergraph comes from. */
export interface SupergraphSource {
  /** For people: a path, or the names of subgraphs. */
  readonly name: string;
  /** Milliseconds between two looks whether it has changed. */
  readonly pollMs: number;
  /** Rejects with a message that says in one line why there is none. */
  read(): Promise<string>;
}
