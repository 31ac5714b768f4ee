import type { Page } from '@veza/kernel';

/** `totalCount` of a connection: known, counted only when it is asked for, or too many to count (`null`). */
export type TotalCount = number | null | (() => Promise<number | null>);

/** A page in the shape of the Relay cursor connections specification. */
export interface Connection<T> {
  readonly nodes: readonly T[];
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: TotalCount;
}

/**
 * A connection from a page of items. `cursorOf` is called once per item.
 * @param totalCount a function is called only when the field is selected; left out it is `null`
 */
export function connection<T>(page: Page<T>, cursorOf: (item: T) => string, totalCount: TotalCount = null): Connection<T> {
  const edges = page.items.map((node) => ({ cursor: cursorOf(node), node }));
  return {
    nodes: page.items,
    edges,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}
