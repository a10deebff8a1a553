import type { TaskHandlers } from '../clock/scheduler';
import type { BalanceAsker } from '../webhooks/balance-asker';
import type { Deliverer } from '../webhooks/deliver';
import type { World } from '../world';
import { decideBusiness } from './businesses';
import { reviewCard } from './cards';
import { decideIntent, setUserStatus } from './identity';
import { decidePhoneChange } from './profile-changes';
import { settleTransfer, startTransfer } from './transfers';

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
    ask_balance: (accountId) => void balances.ask(accountId),
    review_card: (cardId) => reviewCard(world, cardId),
    start_transfer: (routineId) => startTransfer(world, routineId),
    settle_transfer: (transferId) => settleTransfer(world, transferId),
    send_webhook: (deliveryId) => deliverer.begin(deliveryId),
    forget_flow: (flowId) => world.store.flows.delete(flowId),
  };
}
