/** What the server says on `/api/live`, and what the connection itself goes through. */
export type LiveHandlers = {
  /** The stream is open: whatever happened while it was not may have been missed. */
  onOpen: () => void;
  onLost: () => void;
  onChange: () => void;
  onSignedOut: () => void;
};

const firstDelayMs = 1_000;
const longestDelayMs = 30_000;

/** How long to wait before the given try (from 0): doubling, with jitter so clients spread out. */
export function reconnectDelayMs(failures: number, random: number = Math.random()): number {
  const full = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failures, 10));
  return full * (0.5 + random / 2);
}

/**
 * Keeps one event stream open. A browser reconnects by itself when a stream breaks, but gives up
 * for good when the server answers anything but a stream; this tries on in that case too.
 */
export class LiveConnection {
  readonly #url: string;
  readonly #handlers: LiveHandlers;
  #source: EventSource | null = null;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(url: string, handlers: LiveHandlers) {
    this.#url = url;
    this.#handlers = handlers;
  }

  /** Opens a fresh stream in place of any older one. */
  connect(): void {
    this.close();
    const source = new EventSource(this.#url);
    this.#source = source;
    source.addEventListener('open', () => {
      this.#failures = 0;
      this.#handlers.onOpen();
    });
    source.addEventListener('change', () => this.#handlers.onChange());
    source.addEventListener('signed-out', () => {
      this.close();
      this.#handlers.onSignedOut();
    });
    source.addEventListener('error', () => {
      this.#handlers.onLost();
      if (source.readyState !== EventSource.CLOSED || this.#source !== source) return;
      this.#retry = setTimeout(() => this.connect(), reconnectDelayMs(this.#failures));
      this.#failures += 1;
    });
  }

  close(): void {
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
  }
}
