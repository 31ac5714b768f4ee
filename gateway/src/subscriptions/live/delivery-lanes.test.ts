import { describe, expect, it } from 'vitest';
import { CLIENTS_PER_TURN, type Delivery, deliveryLanes } from './delivery-lanes.ts';

/** Lanes whose turns a test takes one by one. */
function lanes() {
  const turns: (() => void)[] = [];
  const served: string[] = [];
  const deliveries = deliveryLanes((turn) => void turns.push(turn));
  const delivery = (name: string, clients: number, isLow = false): Delivery => {
    let left = clients;
    return {
      isLow,
      deliver(most) {
        const now = Math.min(left, most);
        left -= now;
        served.push(`${name} ${now}`);
        return now;
      },
    };
  };
  const turn = () => {
    turns.shift()?.();
    return served.splice(0);
  };
  return { add: deliveries.add, delivery, turn };
}

describe('deliveryLanes', () => {
  it('give the event loop a turn after every 500 clients', () => {
    const { add, delivery, turn } = lanes();
    add(delivery('crowd', 1_200));
    expect([turn(), turn(), turn(), turn()]).toEqual([['crowd 500'], ['crowd 500'], ['crowd 200'], []]);
  });

  it('let groups take turns, and deliver once what is asked for twice', () => {
    const { add, delivery, turn } = lanes();
    const [crowd, few] = [delivery('crowd', 600), delivery('few', 3)];
    for (const one of [crowd, few, crowd, few]) add(one);
    expect([turn(), turn(), turn()]).toEqual([['crowd 500'], ['few 3', 'crowd 100'], []]);
  });

  it('let low ones wait until the others have delivered, but never starve', () => {
    const { add, delivery, turn } = lanes();
    add(delivery('low', 120, true));
    add(delivery('high', CLIENTS_PER_TURN * 2 + 10));
    expect([turn(), turn(), turn()]).toEqual([
      ['high 500', 'low 50'],
      ['high 500', 'low 50'],
      ['high 10', 'low 20'],
    ]);
  });
});
