import 'server-only';
import { withinTime } from '@/lib/http/within-time';
import { log } from '@/lib/log/logger';
import { inboxPool } from './inbox-pool';
import { codeOf } from './store-event';

/** A load balancer asks every few seconds, and anybody else may ask without end. */
const rememberedMs = 1_000;

/** Whether no connection is free in time or the one that is says nothing: together no longer than this. */
const patienceMs = 900;

/** What a door answers to whoever asks whether it is well. */
export type Health =
  | { status: 200; body: { status: 'ok' } }
  | { status: 503; body: { status: 'unavailable' } };

let answer: Promise<boolean> | null = null;
let isOutageTold = false;

/**
 * Says 200 when the database answers, without which nothing works, and 503 within a second when it does
 * not. Never throws.
 *
 * It is asked on the connections that store events, because those give up within a second, and pages
 * need none of them. They are few, so all who ask share one question, and its answer for a second: whoever
 * asks too much takes nothing from deliveries.
 */
export async function answerHealth(): Promise<Health> {
  answer ??= askDatabase().finally(() => {
    setTimeout(() => {
      answer = null;
    }, rememberedMs).unref();
  });
  return (await answer)
    ? { status: 200, body: { status: 'ok' } }
    : { status: 503, body: { status: 'unavailable' } };
}

async function askDatabase(): Promise<boolean> {
  try {
    await withinTime(patienceMs, inboxPool().query('SELECT 1'));
    if (isOutageTold) log().info('the database answers again');
    isOutageTold = false;
    return true;
  } catch (error) {
    if (!isOutageTold) log().warn({ code: codeOf(error) }, 'the database does not answer');
    isOutageTold = true;
    return false;
  }
}
