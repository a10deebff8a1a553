import 'server-only';

/** After a change was told, the next one waits this long, and all until then are told as one. */
const restMs = 1_000;

const text = new TextEncoder();
const event = (name: string) => text.encode(`event: ${name}\ndata: {}\n\n`);

/** What a page is told. `alive` is for pages whose connection would not tell them of its death. */
const events = {
  change: event('change'),
  alive: event('alive'),
  signedOut: event('signed-out'),
};

/**
 * What goes out to one page. However much happens, a page is told once a second at the most, and for
 * one that does not read what it was sent, nothing is kept but that there is something to tell.
 */
export class Outlet {
  readonly #controller: ReadableStreamDefaultController<Uint8Array>;
  #isDue = false;
  #rest: NodeJS.Timeout | undefined;

  constructor(controller: ReadableStreamDefaultController<Uint8Array>) {
    this.#controller = controller;
  }

  /** Tells a page that has just come to look, without a rest afterwards; unless it is told already. */
  greet(): void {
    if (this.#isRead()) this.#controller.enqueue(events.change);
  }

  tellChange(): void {
    this.#isDue = true;
    this.flush();
  }

  /** Tells what is due, if the page reads and nothing was told a moment ago. */
  flush(): void {
    if (!this.#isDue || this.#rest || !this.#isRead()) return;
    this.#isDue = false;
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      this.flush();
    }, restMs);
    this.#controller.enqueue(events.change);
  }

  /** A sign of life, unless there is still something on the way. */
  tellAlive(): void {
    if (this.#isRead()) this.#controller.enqueue(events.alive);
  }

  tellSignedOut(): void {
    this.#controller.enqueue(events.signedOut);
  }

  /**
   * Ends the stream. A page that has not read what it was sent is cut off: nobody knows when it would
   * read the rest.
   */
  end(): void {
    this.stop();
    if (this.#isRead()) this.#controller.close();
    else this.#controller.error(new DOMException('The page does not read.', 'AbortError'));
  }

  /** Ends the stream once the page has read what it was sent. */
  endWhenRead(): void {
    this.stop();
    this.#controller.close();
  }

  /** Leaves no timer behind. */
  stop(): void {
    this.#isDue = false;
    clearTimeout(this.#rest);
    this.#rest = undefined;
  }

  #isRead(): boolean {
    return (this.#controller.desiredSize ?? 0) > 0;
  }
}
