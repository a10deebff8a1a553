import {
  destinationAccountFault,
  destinationCardFault,
  sourceAccountFault,
  sourceCardFault,
} from '../rules/routine-rules';
import { Problem } from '../server/problem';
import type { UserRow } from '../state/rows';
import type { Flow } from '../state/rows-money';
import type { World } from '../world';
import { invalidFields } from './validate';

/** Who pays whom, from where to where. The names of the two ids differ between endpoints. */
export type Parties = {
  readonly user: UserRow;
  readonly receiverId: string;
  readonly flow: Exclude<Flow, 'book'>;
  readonly sourceId: string;
  readonly destinationId: string;
  readonly names: { readonly source: string; readonly destination: string };
};

export const flatNames = { source: 'source_id', destination: 'destination_id' } as const;
export const nestedNames = { source: 'source.id', destination: 'destination.id' } as const;

/**
 * @throws Problem 403 for a person who may not pay at all, 400 where one of the ends is not theirs,
 * cannot be used, or belongs to somebody else while payments between people are not enabled
 */
export function requireParties(world: World, parties: Parties): void {
  const { user, receiverId, flow, names, sourceId, destinationId } = parties;
  if (user.status === 'rejected' || user.status === 'suspended') {
    throw new Problem(403, `A ${user.status} user cannot create routines.`);
  }
  if (receiverId !== user.id && !world.peerToPeer) {
    throw new Problem(400, 'P2P not allowed for this source and destination.');
  }
  const [sourceKind, destinationKind] = flow.split('-to-');
  const source = sourceFault(world, user.id, sourceKind, sourceId);
  if (source !== null) throw invalidFields({ [names.source]: [source] });
  const { cards, accounts } = world.store;
  const destination =
    destinationKind === 'card'
      ? destinationCardFault(cards.get(destinationId), receiverId)
      : destinationAccountFault(accounts.get(destinationId), receiverId);
  if (sourceId === destinationId) {
    throw invalidFields({ [names.destination]: [`Must differ from ${names.source}.`] });
  }
  if (destination !== null) throw invalidFields({ [names.destination]: [destination] });
}

function sourceFault(world: World, userId: string, kind: string | undefined, id: string) {
  const { cards, accounts, instruments } = world.store;
  if (kind === 'card') return sourceCardFault(cards.get(id), userId);
  if (instruments.get(id) !== undefined) return null;
  return sourceAccountFault(accounts.get(id), userId);
}
