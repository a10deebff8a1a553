/** How old a page gets that the live stream does not reach. */
export const pollMs = 15_000;

const answerMs = 10_000;

export type PollingHandlers = {
  /** The server answers, and the session goes on. */
  onAnswer: () => void;
  onNoAnswer: () => void;
  onSignedOut: () => void;
};

/** Asks again and again, while it runs, for a page that the live stream does not reach. */
export class LivePolling {
  readonly #url: string;
  readonly #handlers: PollingHandlers;
  #running: AbortController | null = null;

  constructor(url: string, handlers: PollingHandlers) {
    this.#url = url;
    this.#handlers = handlers;
  }

  /** Asks at once, and then every so often. */
  start(): void {
    if (this.#running) return;
    this.#running = new AbortController();
    void this.#ask(this.#running.signal);
  }

  stop(): void {
    this.#running?.abort();
    this.#running = null;
  }

  async #ask(stopped: AbortSignal): Promise<void> {
    const answer = await askSession(this.#url);
    if (stopped.aborted) return;
    if (answer === 'ended') {
      this.stop();
      return this.#handlers.onSignedOut();
    }
    if (answer === 'open') this.#handlers.onAnswer();
    else this.#handlers.onNoAnswer();
    const next = setTimeout(() => void this.#ask(stopped), pollMs);
    stopped.addEventListener('abort', () => clearTimeout(next), { once: true });
  }
}

/** @returns what the server says of the session, or something else when it cannot be reached. */
async function askSession(url: string): Promise<string | null> {
  try {
    const signal = AbortSignal.timeout(answerMs);
    const answer = await fetch(url, { cache: 'no-store', signal });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}
