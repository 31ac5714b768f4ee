/** Key under which a transport hangs the lifetime of a subscription on its context. */
export const OPERATION_LIFETIME = Symbol('operation lifetime');

/** What a transport wants to know of a subscription that it cannot see itself. */
export interface OperationLifetime {
  /** Before each event: the context gets fresh loaders and a fresh deadline. */
  renew(context: object): void;
  /** The consumer has left, or the source has ended. */
  end(): void;
}

/** The lifetime on a context, if its transport put one there. */
export function lifetimeOf(context: object): OperationLifetime | undefined {
  return (context as { readonly [OPERATION_LIFETIME]?: OperationLifetime })[OPERATION_LIFETIME];
}
