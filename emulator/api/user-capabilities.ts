import { pacificDay } from '../contract';
import { capabilitiesOf } from '../rules/capabilities';
import { Problem } from '../server/problem';
import type { UserRow } from '../state/rows';
import type { Flow } from '../state/rows-money';
import type { World } from '../world';

/** How many routines are looked at in one go, the newest first. */
const atOnce = 50;

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

/** Goes back as far as today reaches: payments of other kinds may lie between. */
function cardPaymentsToday({ store, clock }: World, user: UserRow): number {
  const today = pacificDay(clock.now());
  let count = 0;
  for (let before: string | undefined; ; ) {
    const rows = store.routines.newest('user', user.id, atOnce, before);
    for (const row of rows) {
      if (pacificDay(row.createdMs) !== today) return count;
      if (row.flow === 'card-to-card') count += 1;
    }
    if (rows.length < atOnce) return count;
    before = rows.at(-1)?.id;
  }
}

function refusal(description: string): Problem {
  return new Problem(403, description);
}
