import type { Id } from '@veza/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enqueue, MAX_ENTRIES, type NewEntry, orderUpcoming, type QueueEntry, removeEntries, rewound } from './queue.ts';
import { seededOrder } from './seeded-order.ts';

interface Queue {
  readonly entries: readonly QueueEntry[];
  readonly currentAt: number;
}

const id = (name: string | number): Id<'queueitem'> => `queueitem_${name}`;
const fresh = (...names: readonly (string | number)[]): readonly NewEntry[] =>
  names.map((name) => ({ id: id(name), trackId: `track_${name}` }));
const queueOf = (count: number, currentAt: number): Queue => ({
  entries: fresh(...Array.from({ length: count }, (_, place) => place)).map((entry, rank) => ({ ...entry, rank })),
  currentAt,
});
const names = ({ entries }: Queue) => entries.map((entry) => entry.id.slice('queueitem_'.length)).join(' ');
const put = (...given: Parameters<typeof enqueue<Queue>>): Queue => {
  const queued = enqueue(...given);
  if (!queued.ok) throw new Error(queued.error.code);
  return queued.value;
};

describe('a queue', () => {
  it('takes tracks directly behind what is on, or at its end, in their order', () => {
    expect(names(put(queueOf(3, 0), fresh('a', 'b'), 'NEXT'))).toBe('0 a b 1 2');
    expect(names(put(queueOf(3, 0), fresh('a', 'b'), 'LAST'))).toBe('0 1 2 a b');
    expect(names(put(queueOf(2, -1), fresh('a'), 'NEXT'))).toBe('a 0 1');
  });

  it('forgets what was played when it is full, and is full when that is not enough', () => {
    const full = put(queueOf(MAX_ENTRIES, 10), fresh('a', 'b'), 'LAST');
    expect(full.entries).toHaveLength(MAX_ENTRIES);
    expect(full.entries[full.currentAt]!.id).toBe(id(10));
    expect(put(queueOf(MAX_ENTRIES, 2), fresh('a', 'b'), 'NEXT').currentAt).toBe(0);
    expect(enqueue(queueOf(MAX_ENTRIES, 1), fresh('a', 'b'), 'LAST')).toEqual({ ok: false, error: { code: 'QUEUE_FULL' } });
    expect(enqueue(queueOf(MAX_ENTRIES, -1), fresh('a'), 'NEXT')).toEqual({ ok: false, error: { code: 'QUEUE_FULL' } });
  });

  it('gives away what follows, and nothing else', () => {
    const left = removeEntries(queueOf(5, 1), [id(3), id(2)]);
    expect(left.ok && names(left.value)).toBe('0 1 4');
    expect(removeEntries(queueOf(5, 1), [id(3), id(1)])).toEqual({ ok: false, error: { code: 'NOT_FOUND', place: 1 } });
    expect(removeEntries(queueOf(5, 1), [id('x')])).toEqual({ ok: false, error: { code: 'NOT_FOUND', place: 0 } });
  });

  it('keeps the natural order through every shuffle', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(29), fc.integer(), (count, on, seed) => {
        const queue = queueOf(count, Math.min(on, count - 1));
        const shuffled = orderUpcoming(queue, true, seed);
        expect(orderUpcoming(queue, true, seed)).toEqual(shuffled);
        expect(names(shuffled).slice(0, 2)).toBe(names(queue).slice(0, 2));
        expect(shuffled.entries.slice(0, queue.currentAt + 1)).toEqual(queue.entries.slice(0, queue.currentAt + 1));
        expect(orderUpcoming(shuffled, false, seed)).toEqual(queue);
      }),
    );
  });

  it('has a place for tracks that come while it is shuffled, also once it is not', () => {
    const shuffled = orderUpcoming(queueOf(6, 0), true, 7);
    const more = put(put(shuffled, fresh('next'), 'NEXT'), fresh('last'), 'LAST');
    expect(names(more)).toMatch(/^0 next .* last$/);
    expect(names(orderUpcoming(more, false, 7))).toBe('0 next 1 2 3 4 5 last');
  });

  it('begins again with everything', () => {
    expect(rewound(queueOf(4, 3), false, 1)).toEqual(queueOf(4, -1));
    expect(rewound(queueOf(9, 8), true, 1).entries).toEqual(seededOrder(queueOf(9, 8).entries, 1));
  });
});

describe('an order of chance', () => {
  it('has every item once, depends on the seed alone, and differs between seeds', () => {
    const items = Array.from({ length: 50 }, (_, place) => place);
    expect(seededOrder(items, 1)).toEqual(seededOrder(items, 1));
    expect(seededOrder(items, 1)).not.toEqual(seededOrder(items, 2));
    expect(seededOrder(items, 1).toSorted((a, b) => a - b)).toEqual(items);
  });
});
