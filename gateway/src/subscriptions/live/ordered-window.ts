/** Work that overlaps, its results handed on in the order in which it began. */
export class OrderedWindow<Result> {
  readonly #limit: number;
  readonly #hand: (result: Result) => void;
  /** Work that has begun, oldest first; those that are done have a result. */
  readonly #begun: { result?: { readonly value: Result } }[] = [];
  #failure: { readonly reason: unknown } | undefined;
  #wake: (() => void) | undefined;

  /** @param limit work that may overlap @param hand takes each result in its turn */
  constructor(limit: number, hand: (result: Result) => void) {
    this.#limit = limit;
    this.#hand = hand;
  }

  /** Whether everything that has begun was handed on. */
  get isEmpty(): boolean {
    return this.#begun.length === 0 && !this.#failure;
  }

  /** Undefined when more may begin; else resolves when it may. Rejects when work has failed. */
  room(): Promise<void> | undefined {
    return this.#begun.length < this.#limit && !this.#failure ? undefined : this.#until(() => this.#begun.length < this.#limit);
  }

  /** Resolves when every result has been handed on. Rejects when work has failed. */
  drained(): Promise<void> {
    return this.#until(() => this.#begun.length === 0);
  }

  add(work: Promise<Result>): void {
    const entry: { result?: { readonly value: Result } } = {};
    this.#begun.push(entry);
    work.then(
      (value) => {
        entry.result = { value };
        this.#handOn();
      },
      (reason: unknown) => {
        this.#failure ??= { reason };
        this.#wake?.();
      },
    );
  }

  #handOn(): void {
    for (let first = this.#begun[0]; first?.result && !this.#failure; first = this.#begun[0]) {
      this.#begun.shift();
      this.#hand(first.result.value);
    }
    this.#wake?.();
  }

  async #until(condition: () => boolean): Promise<void> {
    while (!this.#failure && !condition()) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#wake = undefined;
    if (this.#failure) throw this.#failure.reason;
  }
}
