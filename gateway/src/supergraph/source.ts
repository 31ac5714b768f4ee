/** Where the SDL of the supergraph comes from. */
export interface SupergraphSource {
  /** For people: a path, or the names of subgraphs. */
  readonly name: string;
  /** Rejects with a message that says in one line why there is none. */
  read(): Promise<string>;
}
