import type { Store } from '../../../state/store';
import { indexed, type Related } from '../kind';

/** The routines and transfers that lead from and to a card or an account. */
export function movementsOf(
  { routines, transfers }: Store,
  { id, userId }: { readonly id: string; readonly userId: string },
): Related[] {
  return [
    { title: 'Routines from it', source: indexed(routines, 'from', id) },
    { title: 'Routines to it', source: indexed(routines, 'to', id) },
    { title: 'Transfers from it', source: indexed(transfers, 'source', `${userId} ${id}`) },
    { title: 'Transfers to it', source: indexed(transfers, 'to', id) },
  ];
}
