import { assumptions, signatureHeader } from '../contract';
import { silenceText } from '../error-text';
import type { Posting } from '../faults/kind';
import type { Attempt, DeliveryRow } from '../state/rows-world';
import type { World } from '../world';
import { closeAgents, createAgents, post } from './post';
import { signBody } from './sign';

const { retries: mostRetries, successStatus, timeoutMs } = assumptions.webhookDelivery;
const parallelAttempts = 8;
const noteLength = 1_000;

/** Hands webhooks over, a limited number at a time, and again until the partner answers 200. */
export class Deliverer {
  readonly #world: World;
  readonly #agents = createAgents();
  #stopping = new AbortController();
  #queue: string[] = [];
  #running = 0;
  #previous: Promise<unknown> = Promise.resolve();
  #idle: (() => void)[] = [];

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

  /** Settles when no attempt is under way. */
  idle(): Promise<void> {
    if (this.#running === 0 && this.#queue.length === 0) return Promise.resolve();
    return new Promise((resolve) => void this.#idle.push(resolve));
  }

  /** Forgets the attempts under way: their world is gone. */
  abandon(): void {
    this.#queue = [];
    this.#stopping.abort();
    this.#stopping = new AbortController();
  }

  /** Gives up the attempts under way; the next start makes them again. */
  stop(): void {
    this.#queue = [];
    this.#stopping.abort();
    closeAgents(this.#agents);
  }

  #send(row: DeliveryRow): void {
    this.#world.store.deliveries.put({ ...row, status: 'sending', nextAttemptMs: null });
    const copies = row.attempts.length === 0 ? (row.copies ?? 0) : 0;
    for (let copy = 0; copy <= copies; copy += 1) this.#queue.push(row.id);
    this.#pump();
  }

  #pump(): void {
    while (this.#running < parallelAttempts) {
      const row = this.#world.store.deliveries.get(this.#queue.shift() ?? '');
      if (row === undefined && this.#queue.length === 0) break;
      if (row === undefined) continue;
      this.#running += 1;
      const attempt = this.#attempt(row, this.#previous);
      this.#previous = attempt;
      void attempt.finally(() => {
        this.#running -= 1;
        this.#pump();
      });
    }
    if (this.#running > 0 || this.#queue.length > 0) return;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  async #attempt(row: DeliveryRow, before: Promise<unknown>): Promise<void> {
    const { signal } = this.#stopping;
    const attempt = await this.#post(row, signal);
    // While time stands still, answers are taken in the order of asking, so that a replay is exact.
    if (this.#world.clock.isFrozen()) await before;
    if (signal.aborted) return;
    this.#world.store.transaction(() => this.#settle(row.id, attempt));
  }

  async #post(row: DeliveryRow, stopped: AbortSignal): Promise<Attempt> {
    const { clock, webhookUrl } = this.#world;
    const atMs = clock.now();
    const done = (status: number | null, note: string): Attempt => {
      return { atMs, durationMs: Math.max(0, clock.now() - atMs), status, note };
    };
    if (webhookUrl === '') return done(null, 'No webhook URL is registered.');
    const { body, signature, cut } = this.#posting(row);
    try {
      const answer = await post(this.#agents, webhookUrl, {
        body,
        headers: {
          'content-type': 'application/json',
          ...(signature === null ? {} : { [signatureHeader]: signature }),
        },
        signal: AbortSignal.any([stopped, clock.deadline(timeoutMs)]),
        mostBytes: noteLength,
        cut,
      });
      return done(answer.status, answer.start);
    } catch (error) {
      return done(null, silenceText(error, timeoutMs));
    }
  }

  /** What travels: the body as it was made and its signature, unless a fault has its way. */
  #posting(row: DeliveryRow): Posting {
    const world = this.#world;
    const posting = { body: row.body, signature: signBody(row.body, world.client.signingSecret) };
    if (world.store.faults.count('state', 'active') === 0) return posting;
    return world.store.transaction(() => world.faults.send(world, row.type, row.userId, posting));
  }

  #settle(id: string, attempt: Attempt): void {
    const { store, clock, scheduler, pace, log } = this.#world;
    const row = store.deliveries.get(id);
    if (row === undefined) return;
    const attempts = [...row.attempts, attempt];
    // The answer to a second copy changes nothing any more.
    if (row.status !== 'sending') {
      store.deliveries.put({ ...row, attempts });
    } else if (attempt.status === successStatus) {
      store.deliveries.put({ ...row, attempts, status: 'delivered' });
    } else if (attempts.length > mostRetries) {
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
