import { assumptions, signatureHeader } from '../contract';
import { errorCode } from '../error-text';
import type { Attempt, DeliveryRow } from '../state/rows-world';
import type { World } from '../world';
import { signBody } from './sign';

const { attempts: mostAttempts, successStatus, timeoutMs } = assumptions.webhookDelivery;
const parallelAttempts = 8;
const noteLength = 1_000;

/** Hands webhooks over, a limited number at a time, and again until the partner answers 200. */
export class Deliverer {
  readonly #world: World;
  readonly #queue: string[] = [];
  readonly #stopping = new AbortController();
  #running = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** Takes up attempts that an earlier run began and did not live to see answered. */
  resumeInterrupted(): void {
    const { deliveries } = this.#world.store;
    for (const row of deliveries.newest('status', 'sending', deliveries.size).reverse()) {
      this.#queue.push(row.id);
    }
    this.#pump();
  }

  /** Makes the attempt that is due. Called by its task, inside that transaction. */
  begin(id: string): void {
    const row = this.#world.store.deliveries.get(id);
    // After a resend by hand the planned attempt may be needless, or come too early.
    const isDue = (row?.nextAttemptMs ?? Number.POSITIVE_INFINITY) <= this.#world.clock.now();
    if (row?.status === 'waiting' && isDue) this.#send(row);
  }

  /** Makes one more attempt now, whatever became of the earlier ones. */
  resend(id: string): void {
    const row = this.#world.store.deliveries.get(id);
    if (row !== undefined && row.status !== 'sending') this.#send(row);
  }

  #send(row: DeliveryRow): void {
    this.#world.store.deliveries.put({ ...row, status: 'sending', nextAttemptMs: null });
    this.#queue.push(row.id);
    this.#pump();
  }

  /** Gives up the attempts under way; the next start makes them again. */
  stop(): void {
    this.#queue.length = 0;
    this.#stopping.abort();
  }

  #pump(): void {
    while (this.#running < parallelAttempts) {
      const row = this.#world.store.deliveries.get(this.#queue.shift() ?? '');
      if (row === undefined && this.#queue.length === 0) return;
      if (row === undefined) continue;
      this.#running += 1;
      void this.#attempt(row).finally(() => {
        this.#running -= 1;
        this.#pump();
      });
    }
  }

  async #attempt(row: DeliveryRow): Promise<void> {
    const attempt = await this.#post(row.body);
    if (this.#stopping.signal.aborted) return;
    this.#world.store.transaction(() => this.#settle(row.id, attempt));
  }

  async #post(body: string): Promise<Attempt> {
    const { clock, client, webhookUrl } = this.#world;
    const atMs = clock.now();
    const startTick = clock.tick();
    const done = (status: number | null, note: string): Attempt => {
      return { atMs, durationMs: Math.round(clock.tick() - startTick), status, note };
    };
    if (webhookUrl === '') return done(null, 'No webhook URL is registered.');
    try {
      const response = await fetch(webhookUrl, {
        method: 'POST',
        body,
        redirect: 'manual',
        headers: {
          'content-type': 'application/json',
          [signatureHeader]: signBody(body, client.clientSecret),
        },
        signal: AbortSignal.any([this.#stopping.signal, clock.deadline(timeoutMs)]),
      });
      return done(response.status, await readStart(response));
    } catch (error) {
      return done(null, reasonOf(error));
    }
  }

  #settle(id: string, attempt: Attempt): void {
    const { store, clock, scheduler, pace, log } = this.#world;
    const row = store.deliveries.get(id);
    if (row === undefined) return;
    const attempts = [...row.attempts, attempt];
    if (attempt.status === successStatus) {
      store.deliveries.put({ ...row, attempts, status: 'delivered' });
    } else if (attempts.length >= mostAttempts) {
      store.deliveries.put({ ...row, attempts, status: 'gave_up' });
      log(`webhook ${row.type} ${id}: gave up after ${attempts.length} attempts`);
    } else {
      const waitMs = pace.firstRetryMs * 2 ** (attempts.length - 1);
      const nextAttemptMs = clock.now() + waitMs;
      store.deliveries.put({ ...row, attempts, status: 'waiting', nextAttemptMs });
      scheduler.plan('send_webhook', id, waitMs);
    }
  }
}

/** The first kilobyte of an answer; the rest is not read. */
async function readStart(response: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length >= noteLength) break;
  }
  return text.slice(0, noteLength);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'The request failed.';
  if (error.name === 'TimeoutError') return `No answer within ${timeoutMs / 1000} seconds.`;
  if (errorCode(error.cause) === 'ECONNREFUSED') {
    return 'Nothing is listening there (connection refused).';
  }
  return error.cause instanceof Error ? error.cause.message : error.message;
}
