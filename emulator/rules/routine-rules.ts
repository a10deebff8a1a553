import type { CardRow } from '../state/rows';

export type RoutineParties = {
  readonly userId: string;
  readonly receiverId: string;
  readonly source: CardRow | undefined;
  readonly destination: CardRow | undefined;
};

/**
 * Why money may not go from one card to the other, or `null` when it may. Whoever pays must own the
 * source, and a card of anybody else is treated as if it did not exist.
 */
export function routineRefusal(parties: RoutineParties): { field: string; text: string } | null {
  const { source, destination } = parties;
  if (source === undefined || source.userId !== parties.userId) {
    return { field: 'source_id', text: 'No such card of this user.' };
  }
  if (destination === undefined || destination.userId !== parties.receiverId) {
    return { field: 'destination_id', text: 'No such card of the receiving user.' };
  }
  if (source.id === destination.id) {
    return { field: 'destination_id', text: 'Must differ from source_id.' };
  }
  if (source.status !== 'approved') {
    return { field: 'source_id', text: `The card is ${source.status}; it must be approved.` };
  }
  if (destination.status !== 'approved') {
    return {
      field: 'destination_id',
      text: `The card is ${destination.status}; it must be approved.`,
    };
  }
  if (!source.pullEnabled) {
    return { field: 'source_id', text: 'The card is not pull enabled.' };
  }
  if (!destination.pushEnabled) {
    return { field: 'destination_id', text: 'The card is not push enabled.' };
  }
  return null;
}
