import type { NestedRoutine, Routine } from '@/lib/astra';

/** A routine as Astra shows it, its ends flat whichever endpoint it came from. */
export type SeenRoutine = Partial<Omit<Routine, 'id' | 'amount_cents'>> &
  Pick<Routine, 'id' | 'amount_cents'>;

/**
 * Brings both of Astra's spellings of a routine to one. Which of them `GET` uses for a routine with
 * a card at one end and an account at the other is not documented.
 */
export function seenRoutine(routine: SeenRoutine | NestedRoutine): SeenRoutine {
  if (!('source' in routine || 'destination' in routine)) return routine;
  const { source, destination, ...rest } = routine;
  return {
    ...rest,
    source_id: source?.id,
    destination_id: destination?.id,
    destination_user_id: destination?.user_id,
  };
}
