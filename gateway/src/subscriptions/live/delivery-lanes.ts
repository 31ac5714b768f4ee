/** Something that writes to many clients, in pieces. */
export interface Delivery {
  /** Above so many groups of a topic, further ones wait until the others have delivered. */
  readonly isLow: boolean;
  /** Writes to at most so many clients. Answers to how many it did; fewer than asked when it is through. */
  deliver(clients: number): number;
}

/** Takes turns between groups that have something to deliver, so that no crowd holds up the event loop or other groups. */
export interface DeliveryLanes {
  /** Puts a delivery at the end of its lane, unless it waits there already. */
  add(delivery: Delivery): void;
}

/** Clients that are written to before the event loop gets a turn. @see gateway.md 6.4 */
export const CLIENTS_PER_TURN = 500;
/** Of these, how many a low delivery gets while others wait, so that it is late but never starves. */
const LOW_SHARE = 50;

/** Lanes of one process. @param defer runs a turn once the event loop has looked at everything else */
export function deliveryLanes(defer: (turn: () => void) => void = setImmediate): DeliveryLanes {
  const high: Delivery[] = [];
  const low: Delivery[] = [];
  const waiting = new Set<Delivery>();
  let isArmed = false;

  const run = (lane: Delivery[], clients: number): number => {
    const delivery = lane.shift()!;
    waiting.delete(delivery);
    const served = delivery.deliver(clients);
    if (served >= clients) add(delivery);
    return served;
  };
  const runLane = (lane: Delivery[], clients: number): number => {
    let left = clients;
    // Whoever is added again waits for the next turn.
    for (let count = lane.length; count > 0 && left > 0; count -= 1) left -= run(lane, left);
    return left;
  };
  const turn = (): void => {
    isArmed = false;
    const left = runLane(high, CLIENTS_PER_TURN);
    if (low.length > 0) runLane(low, Math.max(left, LOW_SHARE));
    if (waiting.size > 0) arm();
  };
  const arm = (): void => {
    if (isArmed) return;
    isArmed = true;
    defer(turn);
  };
  const add = (delivery: Delivery): void => {
    if (waiting.has(delivery)) return;
    waiting.add(delivery);
    (delivery.isLow ? low : high).push(delivery);
    arm();
  };
  return { add };
}
