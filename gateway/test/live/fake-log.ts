import type { EventMarks, SubscriptionPlan, UpstreamEvent } from '../../src/plan/subscription-plan.ts';
import type { LiveField } from '../../src/supergraph/live-fields.ts';
import { abortSignalOf } from '../../src/transport/cancellation.ts';
import { SubgraphFailure } from '../../src/transport/port.ts';
import { seededRandom, type Random } from '../differential/random.ts';

/** How often the live part of an upstream does what it must not. From 0 up to 1. */
export interface Faults {
  readonly lost: number;
  readonly doubled: number;
  readonly swapped: number;
}

const NO_FAULTS: Faults = { lost: 0, doubled: 0, swapped: 0 };

/** A log of numbers, and upstreams over it that first read what was missed and then tell what is new, more or less faithfully. */
export interface FakeLog {
  readonly length: number;
  /** Upstreams that are open now. */
  readonly open: number;
  /** How often one was opened. */
  readonly opened: number;
  append(marks?: Partial<EventMarks>): void;
  /** Tells the permissions' epoch without an event. */
  mark(accessEpoch: number): void;
  /** Breaks every open upstream. */
  kill(): void;
  /** Ends every open upstream in good order. */
  complete(): void;
  faults: Faults;
  readonly plan: SubscriptionPlan;
}

/** One entry: its number is its place. */
interface Entry {
  readonly seq: number;
  readonly marks: EventMarks;
}

type Signal = 'kill' | 'complete';

class Upstream {
  readonly #waiting: Entry[] = [];
  #signal: Signal | undefined;
  #wake: (() => void) | undefined;
  push(entry: Entry): void {
    this.#waiting.push(entry);
    this.#wake?.();
  }
  end(signal: Signal): void {
    this.#signal = signal;
    this.#wake?.();
  }
  /** Swaps the last two that wait. */
  swap(): void {
    const [last, before] = [this.#waiting.pop(), this.#waiting.pop()];
    if (last) this.#waiting.push(last);
    if (before) this.#waiting.push(before);
  }
  wake(): void {
    this.#wake?.();
  }
  async next(signal: AbortSignal): Promise<Entry | undefined> {
    for (;;) {
      if (signal.aborted || this.#signal === 'complete') return undefined;
      if (this.#signal === 'kill') throw new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'killed');
      const entry = this.#waiting.shift();
      if (entry) return entry;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

export const cursorOf = (seq: number): string => `c${seq}`;
const seqOf = (cursor: string): number => Number(cursor.slice(1));

/** What a test may choose about a log. */
export interface FakeLogOptions {
  readonly live?: LiveField;
  readonly seed?: number;
  /** Whether events tell their numbers; else only cursors say where they stand. */
  readonly isNumbered?: boolean;
  readonly plan?: Partial<SubscriptionPlan>;
}

const TURNS_OF_A_JOIN = 3;

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** An empty log. */
export function fakeLog(options: FakeLogOptions = {}): FakeLog {
  const { live = { share: 'VIEWER', policy: 'LOG', cursorArg: 'after' }, seed = 1, isNumbered = true } = options;
  const random: Random = seededRandom(seed);
  const entries: Entry[] = [];
  const upstreams = new Set<Upstream>();
  let opened = 0;
  let faults = NO_FAULTS;
  const isResumable = live.cursorArg !== undefined;

  const eventOf = ({ seq, marks }: Entry): UpstreamEvent => ({ answer: { data: { log: { seq } } }, marks });
  async function* open(signal: AbortSignal, after: string | undefined): AsyncGenerator<UpstreamEvent, void, undefined> {
    const upstream = new Upstream();
    opened += 1;
    upstreams.add(upstream);
    signal.addEventListener('abort', () => upstream.wake(), { once: true });
    let read = after === undefined ? entries.length : seqOf(after);
    const registeredAt = entries.length;
    try {
      for (; read < registeredAt; read += 1) {
        if (signal.aborted) return;
        yield eventOf(entries[read]!);
      }
      for (let entry = await upstream.next(signal); entry; entry = await upstream.next(signal)) yield eventOf(entry);
    } finally {
      upstreams.delete(upstream);
    }
  }

  return {
    get length() {
      return entries.length;
    },
    get open() {
      return upstreams.size;
    },
    get opened() {
      return opened;
    },
    get faults() {
      return faults;
    },
    set faults(next) {
      faults = next;
    },
    append(marks = {}) {
      const seq = entries.length + 1;
      const own: EventMarks = {
        typeName: 'Entry',
        cursor: isResumable ? cursorOf(seq) : undefined,
        seq: isNumbered ? seq : undefined,
        accessEpoch: undefined,
        subject: undefined,
        quotes: undefined,
        ...marks,
      };
      const entry = { seq, marks: own };
      entries.push(entry);
      for (const upstream of upstreams) {
        if (random.chance(faults.lost)) continue;
        upstream.push(entry);
        if (random.chance(faults.doubled)) upstream.push(entry);
        if (random.chance(faults.swapped)) upstream.swap();
      }
    },
    mark(accessEpoch) {
      const marks: EventMarks = {
        typeName: 'FeedMark',
        cursor: undefined,
        seq: undefined,
        accessEpoch,
        subject: undefined,
        quotes: undefined,
      };
      for (const upstream of upstreams) upstream.push({ seq: 0, marks });
    },
    kill: () => upstreams.forEach((upstream) => upstream.end('kill')),
    complete: () => upstreams.forEach((upstream) => upstream.end('complete')),
    plan: {
      field: 'log',
      service: 'fake',
      live,
      isMarked: true,
      isShareable: live.share === 'TOPIC',
      upstream: 'fake log',
      isResumable,
      afterOf: ({ after }) => (typeof after === 'string' ? after : undefined),
      topicOf: () => 'topic',
      shareKey: () => '',
      open: ({ meta }, after) => open(abortSignalOf(meta.signal), after),
      async render({ answer }) {
        await turns(random.below(TURNS_OF_A_JOIN));
        return { dataJson: JSON.stringify(answer.data), errors: [], objectCount: 0 };
      },
      makeEvent: (typeName, values) => ({
        answer: { data: { log: { typeName, ...values } } },
        marks: { typeName, cursor: undefined, seq: undefined, accessEpoch: undefined, subject: undefined, quotes: undefined },
      }),
      askAdmission: undefined,
      ...options.plan,
    },
  };
}
