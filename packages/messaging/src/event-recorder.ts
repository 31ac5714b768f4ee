/**
 * Records facts for other subgraphs in the transaction of the change itself.
 * `Events` maps each topic of the publisher to its payload; the maps live in `schema/events`.
 */
export interface EventRecorder<Events> {
  /**
   * @param key id of the aggregate whose row this transaction has locked
   * @param revision version of the aggregate, strictly rising per key
   */
  record<Topic extends keyof Events & string>(topic: Topic, key: string, revision: number, data: Events[Topic]): Promise<void>;
}
