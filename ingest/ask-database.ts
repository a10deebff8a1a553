import { inboxPool } from '@/lib/webhooks/inbox/inbox-pool';

/** A load balancer asks every few seconds, and anybody else may ask without end. */
const rememberedMs = 1_000;

let answer: Promise<boolean> | null = null;

/**
 * Whether the database answers on the connections that store events. Those are few, so all who ask
 * share one question, and its answer for a second: whoever asks too much takes nothing from deliveries.
 */
export function askDatabase(): Promise<boolean> {
  answer ??= ask().finally(() => {
    setTimeout(() => {
      answer = null;
    }, rememberedMs).unref();
  });
  return answer;
}

function ask(): Promise<boolean> {
  return inboxPool()
    .query('SELECT 1')
    .then(
      () => true,
      () => false,
    );
}
