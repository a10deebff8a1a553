import { formatDollars } from '../rules/money';
import type { Holder } from '../state/rows-ledger';
import type { World } from '../world';

/** Money that has left its source and not reached its destination. */
export const inTransit: Holder = 'astra:in-transit';
/** Everybody who is no customer: the partner's own bank, and whoever pays in by wire. */
export const outsideBank: Holder = 'bank:outside';
export const partnerFees: Holder = 'fees:partner';

type Movement = {
  readonly from: Holder;
  readonly to: Holder;
  readonly cents: number;
  readonly reason: string;
  readonly transferId?: string;
};

/** Moves money. There is no other way to, so what one loses another gains. */
export function moveMoney(world: World, movement: Movement): void {
  const { from, to, cents, reason } = movement;
  if (cents === 0) return;
  if (!Number.isSafeInteger(cents) || cents < 0) throw new Error(`Cannot move ${cents} cents.`);
  world.store.entries.put({
    id: world.random.hex(20),
    from,
    to,
    cents,
    reason,
    transferId: movement.transferId ?? null,
    atMs: world.clock.now(),
  });
  addToBalance(world, from, -cents);
  addToBalance(world, to, cents);
}

/** What a holder has more, or less, than in the beginning. */
export function balanceOf(world: World, holder: Holder): number {
  return world.store.balances.get(holder)?.cents ?? 0;
}

function addToBalance(world: World, holder: Holder, cents: number): void {
  world.store.balances.put({ id: holder, cents: balanceOf(world, holder) + cents });
  if (!holder.startsWith('account:')) return;
  const account = world.store.accounts.get(holder.slice('account:'.length));
  if (account === undefined) return;
  const { currentBalanceCents: current, availableBalanceCents: available } = account;
  if (current === null && available === null) return;
  world.store.accounts.put({
    ...account,
    currentBalanceCents: current === null ? null : current + cents,
    availableBalanceCents: available === null ? null : available + cents,
    lastBalanceUpdateMs: world.clock.now(),
  });
}

/** A sentence when money was made or lost. Costs nothing: the sum is kept as balances change. */
export function ledgerImbalance(world: World): string | null {
  const { totalCents } = world.store.money;
  if (totalCents === 0) return null;
  const change = totalCents > 0 ? 'came from nowhere' : 'got lost';
  return `${formatDollars(Math.abs(totalCents))} ${change} in the emulator's ledger.`;
}

/** The same, by adding up every entry ever made and comparing each balance with its entries. */
export function recountLedger(world: World): string | null {
  const counted = new Map<string, number>();
  const add = (holder: string, cents: number) =>
    counted.set(holder, (counted.get(holder) ?? 0) + cents);
  for (const { from, to, cents } of world.store.entries.all()) {
    add(from, -cents);
    add(to, cents);
  }
  for (const { id, cents } of world.store.balances.all()) {
    const entries = counted.get(id) ?? 0;
    if (entries !== cents) return `${id} holds ${cents} cents, its entries say ${entries}.`;
    counted.delete(id);
  }
  const [forgotten] = counted.keys();
  return forgotten === undefined ? ledgerImbalance(world) : `${forgotten} has no balance.`;
}
