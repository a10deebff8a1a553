import type { ServerResponse } from 'node:http';
import type { Clock } from '../clock/clock';

/** Changes are told in gusts: a page has no use for more. */
const gatherMs = 80;
const keepAliveMs = 20_000;

/** Tells open console pages what has changed, by server-sent events. */
export class Live {
  readonly #clock: Clock;
  readonly #pages = new Set<ServerResponse>();
  readonly #changed = new Set<string>();
  #cancelKeepAlive: () => void = () => {};

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Keeps a page's connection until the page goes away. */
  readonly join = (response: ServerResponse): void => {
    response.write('retry: 1000\n\n');
    this.#pages.add(response);
    response.on('close', () => this.#pages.delete(response));
    if (this.#pages.size === 1) this.#keepAlive();
  };

  /** Says that a part of the world has changed: the name of a collection, or `requests`. */
  tell(part: string): void {
    if (this.#pages.size === 0) return;
    if (this.#changed.size === 0) this.#clock.after(gatherMs, () => this.#flush());
    this.#changed.add(part);
  }

  close(): void {
    this.#cancelKeepAlive();
    for (const page of this.#pages) page.end();
    this.#pages.clear();
  }

  #flush(): void {
    const event = `data: ${JSON.stringify([...this.#changed])}\n\n`;
    this.#changed.clear();
    for (const page of this.#pages) page.write(event);
  }

  #keepAlive(): void {
    this.#cancelKeepAlive();
    if (this.#pages.size === 0) return;
    for (const page of this.#pages) page.write(': still here\n\n');
    this.#cancelKeepAlive = this.#clock.after(keepAliveMs, () => this.#keepAlive());
  }
}
