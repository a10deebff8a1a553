/** What the server says on `/api/live`, and what the connection itself goes through. */
export type LiveHandlers = {
  /** The server has spoken, so the stream reaches this page. */
  onHeard: () => void;
  /** Nothing is heard from now on: the stream is to be opened, broke, or has gone silent. */
  onLost: () => void;
  onChange: () => void;
  onSignedOut: () => void;
};

const firstDelayMs = 1_000;
const longestDelayMs = 30_000;

/** The server speaks every 15 seconds. What is silent for longer is held back, or dead without a sign. */
const silenceMs = 40_000;

/** How long to wait before the given try (from 0): doubling, with jitter so clients spread out. */
export function reconnectDelayMs(failures: number, random: number = Math.random()): number {
  const full = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failures, 10));
  return full * (0.5 + random / 2);
}

/**
 * Keeps one event stream open. A browser reconnects by itself when a stream breaks, but gives up
 * for good when the server answers anything but a stream, and never when an open stream is silent;
 * this tries on in those cases too.
 */
export class LiveConnection {
  readonly #url: string;
  readonly #handlers: LiveHandlers;
  #source: EventSource | null = null;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(url: string, handlers: LiveHandlers) {
    this.#url = url;
    this.#handlers = handlers;
  }

  /** Opens a fresh stream in place of any older one. */
  connect(): void {
    this.close();
    this.#handlers.onLost();
    const source = new EventSource(this.#url);
    this.#source = source;
    const heard = () => {
      this.#failures = 0;
      this.#awaitWord();
      this.#handlers.onHeard();
    };
    source.addEventListener('open', () => this.#awaitWord());
    source.addEventListener('alive', heard);
    source.addEventListener('change', () => {
      heard();
      this.#handlers.onChange();
    });
    source.addEventListener('signed-out', () => {
      this.close();
      this.#handlers.onSignedOut();
    });
    source.addEventListener('error', () => {
      clearTimeout(this.#silence);
      this.#handlers.onLost();
      if (source.readyState === EventSource.CLOSED && this.#source === source) this.#connectLater();
    });
  }

  close(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    this.#source?.close();
    this.#source = null;
  }

  #awaitWord(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      this.close();
      this.#handlers.onLost();
      this.#connectLater();
    }, silenceMs);
  }

  #connectLater(): void {
    this.#retry = setTimeout(() => this.connect(), reconnectDelayMs(this.#failures));
    this.#failures += 1;
  }
}
