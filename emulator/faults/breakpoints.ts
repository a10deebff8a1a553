/** A call that stands still. */
export type HeldCall = {
  readonly id: string;
  readonly operation: string;
  readonly at: 'before' | 'after';
  readonly sinceMs: number;
};

/** Calls that were stopped by a breakpoint. In memory: their connections do not outlive a restart. */
export class Breakpoints {
  readonly #held = new Map<string, { call: HeldCall; go: () => void }>();
  #onChange: () => void = () => {};

  onChange(tell: () => void): void {
    this.#onChange = tell;
  }

  /** Settles when the call is released. */
  hold(call: HeldCall): Promise<void> {
    return new Promise((resolve) => {
      this.#held.set(call.id, { call, go: resolve });
      this.#onChange();
    });
  }

  /** Oldest first. */
  list(): HeldCall[] {
    return [...this.#held.values()].map(({ call }) => call);
  }

  /** Lets one call go on, or all of them. @returns how many went on */
  release(id?: string): number {
    const chosen = id === undefined ? this.list() : this.list().filter((call) => call.id === id);
    for (const call of chosen) {
      this.#held.get(call.id)?.go();
      this.#held.delete(call.id);
    }
    if (chosen.length > 0) this.#onChange();
    return chosen.length;
  }
}
