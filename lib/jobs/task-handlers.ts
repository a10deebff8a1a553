import 'server-only';
import { syncCards } from '@/lib/cards/sync-cards';
import { settlePayment } from '@/lib/payments/settle-payment';
import { NeedsAuthorizationError } from '@/lib/tokens/errors';
import { enqueueDueRefreshes, refreshConnection } from '@/lib/tokens/refresh-due-connections';
import { syncTransfers } from '@/lib/transfers/sync-transfers';
import { reconcile } from '@/lib/webhooks/reconcile';
import { syncResource } from '@/lib/webhooks/sync-resource';
import { cleanUp } from './clean-up';
import type { TaskName, TaskPayload } from './tasks';

type TaskHandlers = {
  [Name in TaskName]: (payload: TaskPayload<Name>, isLastAttempt: boolean) => Promise<void>;
};

/** What does each kind of work. */
export const taskHandlers: TaskHandlers = {
  sync_resource: syncResource,
  sync_cards: ({ userId }) => syncCards(userId).catch(ignoreUnauthorized),
  sync_transfers: ({ userId }) => syncTransfers(userId).catch(ignoreUnauthorized),
  settle_payment: ({ paymentId }) => settlePayment(paymentId),
  refresh_connection: ({ userId }) => refreshConnection(userId).catch(ignoreUnauthorized),
  refresh_due_connections: enqueueDueRefreshes,
  reconcile,
  clean_up: cleanUp,
};

/** The person is shown a button to authorize us again; trying this again would not help. */
function ignoreUnauthorized(error: unknown): void {
  if (!(error instanceof NeedsAuthorizationError)) throw error;
}
