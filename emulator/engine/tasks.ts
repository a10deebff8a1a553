import type { TaskHandlers } from '../clock/scheduler';
import type { BalanceAsker } from '../webhooks/balance-asker';
import type { Deliverer } from '../webhooks/deliver';
import type { World } from '../world';
import { createBatch, settleBatch } from './batches';
import { decideBusiness } from './businesses';
import { reviewCard } from './cards';
import { openDueChargeback } from './chargebacks';
import { breakConnection } from './connections';
import { decideIntent, setUserStatus } from './identity';
import { expireLink } from './link-status';
import { decidePhoneChange } from './profile-changes';
import { returnDueLeg } from './returns';
import { runDueRoutine } from './run-routine';
import { settleDueLegs } from './transfers';

/** What each kind of due work does. */
export function taskHandlers(
  world: World,
  deliverer: Deliverer,
  balances: BalanceAsker,
): TaskHandlers {
  return {
    decide_intent: (intentId) => decideIntent(world, intentId),
    decide_document: (userId) => setUserStatus(world, userId, 'approved', ['document']),
    decide_business: (userId) => decideBusiness(world, userId),
    decide_phone_change: (changeId) => decidePhoneChange(world, changeId),
    ask_balance: (accountId) => balances.ask(accountId),
    break_connection: (accountId) => breakConnection(world, accountId),
    review_card: (cardId) => reviewCard(world, cardId),
    start_transfer: (routineId) => runDueRoutine(world, routineId),
    settle_transfer: (transferId) => settleDueLegs(world, transferId),
    return_transfer: (legId) => returnDueLeg(world, legId),
    open_chargeback: (transferId) => openDueChargeback(world, transferId),
    create_batch: (day) => createBatch(world, day),
    settle_batch: (batchId) => settleBatch(world, batchId),
    expire_link: (linkId) => expireLink(world, linkId),
    send_webhook: (deliveryId) => deliverer.begin(deliveryId),
    forget_flow: (flowId) => world.store.flows.delete(flowId),
  };
}
