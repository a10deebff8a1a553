import { pacificDay } from '../contract';
import { capabilitiesOf } from '../rules/capabilities';
import { Problem } from '../server/problem';
import type { UserRow } from '../state/rows';
import type { Flow } from '../state/rows-money';
import type { World } from '../world';

/** Far more than a lowered person can have made in a day. */
const lookedAt = 50;

/**
 * Refuses what a person with too many changes may not do any more.
 *
 * @throws Problem 403; the status is our assumption
 */
export function requireCapability(
  world: World,
  user: UserRow,
  payment: { flow: Flow; preferredSpeed: string | null; settlementMode: string | null },
): void {
  const allowed = capabilitiesOf(user);
  const { flow, preferredSpeed, settlementMode } = payment;
  const isTooFast = preferredSpeed !== null && preferredSpeed !== allowed.maxSettlementSpeed;
  if (flow === 'account-to-account' && allowed.maxSettlementSpeed === 'T+4' && isTooFast) {
    throw refusal('The fastest settlement speed of this user is T+4.');
  }
  if (settlementMode === 'gross_debit' && !allowed.accountToCard) {
    throw refusal('This user is not eligible for payments from account to card.');
  }
  const limit = allowed.cardToCardPerDay;
  if (flow === 'card-to-card' && limit !== null && cardPaymentsToday(world, user) >= limit) {
    throw refusal(`This user may make ${limit} payment a day from card to card.`);
  }
}

function cardPaymentsToday({ store, clock }: World, user: UserRow): number {
  const today = pacificDay(clock.now());
  return store.routines
    .newest('user', user.id, lookedAt)
    .filter((row) => row.flow === 'card-to-card' && pacificDay(row.createdMs) === today).length;
}

function refusal(description: string): Problem {
  return new Problem(403, description);
}
