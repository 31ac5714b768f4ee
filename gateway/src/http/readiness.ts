/** Whether the gateway may be sent traffic. */
export interface Readiness {
  /** One condition is fulfilled, for good. */
  fulfil(condition: Condition): void;
  /** Stops being ready: traffic is to go elsewhere. */
  drain(): void;
  isReady(): boolean;
  /** Whether it was ready once. */
  hasStarted(): boolean;
  /** What keeps it from being ready; nothing when it is. */
  obstacles(): readonly Obstacle[];
}

/** What has to be there first. It never depends on subgraphs that were there once. */
export type Condition = 'planner' | 'keySet' | 'accessSelfTest';

/** A condition that is not fulfilled yet, or the end. */
export type Obstacle = Condition | 'draining';

/** Not ready yet. @param conditions what there is to wait for */
export function readiness(conditions: readonly Condition[]): Readiness {
  const missing = new Set(conditions);
  let isDraining = false;
  return {
    fulfil: (condition) => void missing.delete(condition),
    drain: () => void (isDraining = true),
    isReady: () => missing.size === 0 && !isDraining,
    hasStarted: () => missing.size === 0,
    obstacles: () => [...missing, ...(isDraining ? (['draining'] as const) : [])],
  };
}
