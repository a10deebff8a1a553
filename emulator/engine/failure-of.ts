import type { SegmentRow, TransferRow } from '../state/rows-money';
import type { World } from '../world';
import { balanceOf } from './ledger';

/** Why a leg of a transfer cannot be made, or null when it can. */
export function failureOf(world: World, transfer: TransferRow, leg: SegmentRow): string | null {
  return failureOfEnds(world, transfer) ?? failureOfBalance(world, leg);
}

/** Both ends are looked at before every leg: a card is not charged for a payment that cannot land. */
function failureOfEnds(
  world: World,
  { flow, sourceId, destinationId }: TransferRow,
): string | null {
  const { cards, accounts } = world.store;
  if (flow === 'book') return null;
  const [sourceKind, destinationKind] = flow.split('-to-');
  if (sourceKind === 'card') {
    const card = cards.get(sourceId);
    if (card?.status !== 'approved') return 'card_declined';
    if (card.debitFailure !== null) return card.debitFailure;
  } else if (world.store.instruments.get(sourceId) === undefined) {
    const account = accounts.get(sourceId);
    if (account === undefined) return 'account_closed';
    if (account.debitFailure !== null) return account.debitFailure;
  }
  if (destinationKind === 'card') {
    return cards.get(destinationId)?.status === 'approved' ? null : 'card_declined';
  }
  return accounts.get(destinationId) === undefined ? 'account_closed' : null;
}

/** Cards answer for themselves; accounts that a bank tells about, and settlement accounts, are looked at. */
function failureOfBalance(world: World, { from, amountCents }: SegmentRow): string | null {
  const available = availableOf(world, from);
  return available !== null && available < amountCents ? 'insufficient_funds' : null;
}

function availableOf(world: World, holder: SegmentRow['from']): number | null {
  const [kind, id = ''] = holder.split(':');
  if (kind === 'instrument') return balanceOf(world, holder);
  if (kind !== 'account') return null;
  return world.store.accounts.get(id)?.availableBalanceCents ?? null;
}
