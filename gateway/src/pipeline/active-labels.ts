/** Decides for one request which labels of `@override` hold, among those that its operation depends on. */
export type ActiveLabels = (labels: readonly string[]) => readonly string[];

const PERCENT = /^percent\((\d+(?:\.\d+)?)\)$/;

/** What labels are decided by. */
export interface ActiveLabelsOptions {
  /** Labels without a percentage that hold; others do not. */
  readonly configured: readonly string[];
  /** From 0 up to 1. */
  readonly random: () => number;
}

/**
 * `percent(n)` holds for n of a hundred requests. One draw decides for all labels of a request: whoever gets a field by 5 of a hundred
 * gets one by 50, too. Any other label holds when it is configured.
 * @see https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/entities/migrate-fields
 */
export function activeLabels({ configured, random }: ActiveLabelsOptions): ActiveLabels {
  const known = new Set(configured);
  return (labels) => {
    if (labels.length === 0) return labels;
    const draw = random() * 100;
    return labels.filter((label) => {
      const percent = PERCENT.exec(label)?.[1];
      return percent === undefined ? known.has(label) : draw < Number(percent);
    });
  };
}
