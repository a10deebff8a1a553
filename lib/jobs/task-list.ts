import 'server-only';
import type { Task } from 'graphile-worker';
import type { z } from 'zod';
import { sendBalanceUpdate } from '@/lib/accounts/send-balance-update';
import { syncAccounts } from '@/lib/accounts/sync-accounts';
import { finishBankLink } from '@/lib/bank-link/finish-bank-link';
import { syncCards } from '@/lib/cards/sync-cards';
import { expireLoan } from '@/lib/direct-entry/expire-loan';
import { settleHandOver } from '@/lib/issuing/settle-hand-over';
import { syncCapabilities } from '@/lib/limits/sync-capabilities';
import { log } from '@/lib/log/logger';
import { settlePayment } from '@/lib/payments/settle/settle-payment';
import { pauseUnwanted } from '@/lib/people/pause-unwanted';
import { syncRoutines } from '@/lib/routines/sync-routines';
import { NeedsAuthorizationError } from '@/lib/tokens/errors';
import { enqueueDueRefreshes, refreshConnection } from '@/lib/tokens/refresh-due-connections';
import { sweepTransfers } from '@/lib/transfers/sweep-transfers';
import { syncTransfers } from '@/lib/transfers/sync-transfers';
import { reconcile } from '@/lib/webhooks/reconcile/reconcile';
import { sweep } from '@/lib/webhooks/reconcile/sweep';
import { syncResource } from '@/lib/webhooks/sync/sync-resource';
import { cleanUp } from './clean-up';
import { stepBack } from './step-back';
import { type TaskName, taskPayloads } from './tasks';

/** What does each kind of work. */
export const taskList: Record<TaskName, Task> = {
  sync_resource: task(taskPayloads.sync_resource, syncResource),
  sync_cards: task(taskPayloads.sync_cards, ({ userId }) =>
    syncCards(userId).catch(ignoreUnauthorized),
  ),
  sync_accounts: task(taskPayloads.sync_accounts, ({ userId }) =>
    syncAccounts(userId).catch(ignoreUnauthorized),
  ),
  sync_routines: task(taskPayloads.sync_routines, ({ userId }) =>
    syncRoutines(userId).catch(ignoreUnauthorized),
  ),
  sync_capabilities: task(taskPayloads.sync_capabilities, ({ userId }) =>
    syncCapabilities(userId).catch(ignoreUnauthorized),
  ),
  finish_bank_link: task(taskPayloads.finish_bank_link, ({ sessionId }, isLastAttempt) =>
    finishBankLink(sessionId, isLastAttempt),
  ),
  sync_transfers: task(taskPayloads.sync_transfers, ({ userId }) =>
    syncTransfers(userId).catch(ignoreUnauthorized),
  ),
  sweep_transfers: task(taskPayloads.sweep_transfers, ({ userId }) =>
    sweepTransfers(userId).catch(ignoreUnauthorized),
  ),
  send_balance_update: task(taskPayloads.send_balance_update, ({ accountId }) =>
    sendBalanceUpdate(accountId),
  ),
  settle_payment: task(taskPayloads.settle_payment, ({ paymentId }) => settlePayment(paymentId)),
  pause_unwanted: task(taskPayloads.pause_unwanted, ({ paymentId }) => pauseUnwanted(paymentId)),
  settle_hand_over: task(taskPayloads.settle_hand_over, ({ handOverId }) =>
    settleHandOver(handOverId),
  ),
  refresh_connection: task(taskPayloads.refresh_connection, ({ userId }) =>
    refreshConnection(userId).catch(ignoreUnauthorized),
  ),
  recall_access_token: task(taskPayloads.recall_access_token, ({ loanId }) => expireLoan(loanId)),
  refresh_due_connections: task(taskPayloads.refresh_due_connections, enqueueDueRefreshes),
  reconcile: task(taskPayloads.reconcile, reconcile),
  sweep: task(taskPayloads.sweep, sweep),
  clean_up: task(taskPayloads.clean_up, cleanUp),
};

/** Payloads come from the database, so they are parsed like any other input. */
function task<Payload>(
  schema: z.ZodType<Payload>,
  run: (payload: Payload, isLastAttempt: boolean, attempts: number) => Promise<void>,
): Task {
  return async (payload, { job }) => {
    const startedAt = performance.now();
    try {
      await run(schema.parse(payload), job.attempts >= job.max_attempts, job.attempts);
    } catch (error) {
      await stepBack(job.id);
      throw error;
    }
    const durationMs = Math.round(performance.now() - startedAt);
    log().debug({ task: job.task_identifier, jobId: job.id, durationMs }, 'job done');
  };
}

/** The person is shown a button to authorize us again; trying this again would not help. */
function ignoreUnauthorized(error: unknown): void {
  if (!(error instanceof NeedsAuthorizationError)) throw error;
}
