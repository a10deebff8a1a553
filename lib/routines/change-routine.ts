import 'server-only';
import { db } from '@/lib/db/prisma';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { endValue } from '@/lib/payments/compose/end-value';
import { askForChange } from './ask-for-change';
import { shownVersion, whyNotChange } from './changeable';
import { type FoundRoutine, findRoutine } from './find-routine';
import { readChanges } from './read-changes';

export type RoutineChange = {
  routineAstraId: string;
  /** What the form showed, by {@link shownVersion}. */
  shown: string;
  /** What the form holds now, field by field. */
  typed: Readonly<Record<string, string>>;
};

/**
 * Changes one of a person's routines: its name, and what its type allows. Payments that have begun
 * are not affected.
 *
 * @returns whether there was anything to change.
 * @throws UserFacingError when something typed does not fit, when the routine has changed since the
 * form was opened, when Astra refuses, or when nobody can tell.
 */
export async function changeRoutine(userId: string, change: RoutineChange): Promise<boolean> {
  const { routineAstraId } = change;
  const known = await requireFound(userId, routineAstraId);
  const obstacle = whyNotSave(known, change);
  if (obstacle) throw new UserFacingError(obstacle);
  const typed = await withAccount(userId, change.typed);
  const { changes, faults } = readChanges(known, typed);
  if (Object.keys(faults).length > 0) {
    throw new UserFacingError('Please check the marked fields.', faults);
  }
  if (Object.keys(changes).length === 0) return false;
  const isDone = async () => {
    const left = readChanges(await requireFound(userId, routineAstraId), typed);
    return Object.keys(left.changes).length === 0;
  };
  const { refusal } = await askForChange(known, changes, isDone);
  if (await isDone()) return true;
  throw new UserFacingError(
    refusal
      ? `Astra did not change it: ${refusal}`
      : 'Astra has not changed it yet. Please try again in a minute.',
  );
}

/** Why this form changes nothing whatever it holds, in a sentence, or null. */
export function whyNotSave(
  known: FoundRoutine,
  { shown }: Pick<RoutineChange, 'shown'>,
): string | null {
  const obstacle = whyNotChange(known, known.history.transfers);
  if (obstacle || shown === shownVersion(known)) return obstacle;
  return 'This routine was changed since you opened this page. Load the page again, then change it.';
}

async function requireFound(userId: string, routineAstraId: string): Promise<FoundRoutine> {
  const routine = await findRoutine(userId, routineAstraId);
  if (!routine) throw new UserFacingError('This routine is not yours, or is gone.');
  return routine;
}

/** A form names an account by our id. One that is not this person's is as if nothing was chosen. */
async function withAccount(
  userId: string,
  typed: RoutineChange['typed'],
): Promise<RoutineChange['typed']> {
  const chosen = endValue.safeParse(typed['spendingAstraId']);
  if (!chosen.success) return { ...typed, spendingAstraId: '' };
  const account = await db().account.findFirst({
    where: { id: chosen.data.id, userId, removedAt: null },
  });
  return { ...typed, spendingAstraId: account?.astraId ?? '' };
}
