import { runningClock } from '../clock/clock';
import type { World } from '../world';

/** Lets time pass in a past that is being made up. */
export type Passing = (durationMs: number) => void;

const silence = 'no webhooks while a past is made up';

/**
 * Makes up a past: `live` runs `daysAgo` ago and lets time pass until now. Everything happens through
 * the engine, at its own moment; only the webhooks are left out, for nobody was there to hear them.
 */
export function makePast(world: World, daysAgo: number, live: (pass: Passing) => void): void {
  const { store, clock, scheduler } = world;
  const endMs = clock.now();
  store.transaction(() => {
    const before = store.clock.get('clock');
    const stand = (frozenAtMs: number) =>
      store.clock.put({ id: 'clock', ...runningClock, frozenAtMs, target: null });
    const passTo = (toMs: number) => {
      for (;;) {
        const nextMs = scheduler.nextDueMs() ?? Number.POSITIVE_INFINITY;
        if (nextMs > toMs) break;
        stand(Math.max(nextMs, clock.now()));
        scheduler.runDue();
      }
      stand(toMs);
    };
    dropWebhooks(world);
    stand(endMs - daysAgo * 86_400_000);
    live((durationMs) => passTo(Math.min(clock.now() + durationMs, endMs)));
    passTo(endMs);
    store.faults.delete(silence);
    for (const { id } of store.deliveries.all()) store.deliveries.delete(id);
    if (before === undefined) store.clock.delete('clock');
    else store.clock.put(before);
  });
  scheduler.arm();
}

function dropWebhooks({ store, clock }: World): void {
  store.faults.put({
    id: silence,
    kind: 'webhook_dropped',
    on: '*',
    userId: null,
    nth: 1,
    left: null,
    probability: 1,
    expiresMs: null,
    parameters: {},
    seen: 0,
    hits: 0,
    createdMs: clock.now(),
  });
}
