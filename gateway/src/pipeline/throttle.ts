/** What an operation took, in the `extensions` of its answer. Points; the shape is Shopify's. */
export interface CostExtension {
  /** What the operation could cost at most, and has to be there before it runs. */
  readonly requestedQueryCost: number;
  /** What it did cost; 0 when it did not run. */
  readonly actualQueryCost: number;
  readonly throttleStatus: {
    /** What the caller may have at most. */
    readonly maximumAvailable: number;
    /** What the caller has now. */
    readonly currentlyAvailable: number;
    /** What comes back. Points per second. */
    readonly restoreRate: number;
  };
}

/** The `extensions` entry of an answer. */
export interface AnswerExtensions {
  readonly cost: CostExtension;
}

/** What a caller may still spend, for the headers of an answer. */
export interface Throttle {
  /** Points. */
  readonly capacity: number;
  /** Points. */
  readonly remaining: number;
  readonly refillPerSecond: number;
  /** Milliseconds until everything is there again. */
  readonly resetMs: number;
}
