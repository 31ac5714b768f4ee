import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long a piece of work may go on before others get a turn. Milliseconds. */
const TURN_MS = 1;

let lastTurn: Promise<void> = Promise.resolve();

/** A turn of the event loop that nobody else who asks here gets, so that pieces of work which come together do not add up. */
function ownTurn(): Promise<void> {
  lastTurn = lastTurn.then(() => nextTurn());
  return lastTurn;
}

/** Gives the turn away when it has lasted long enough; nothing to wait for else. */
export type Pause = () => Promise<void> | undefined;

/**
 * Paces work on large documents: whoever does it calls the pause between two steps, each of them short. The first pause always waits for
 * a turn.
 */
export function pace(): Pause {
  let startedAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (performance.now() - startedAt < TURN_MS) return undefined;
    return ownTurn().then(() => {
      startedAt = performance.now();
    });
  };
}
