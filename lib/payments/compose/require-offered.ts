import 'server-only';
import type { RoutineType } from '@/lib/astra/contract';
import { env } from '@/lib/env';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { isAutomatic } from './automatic-kinds';

/**
 * Makes sure that this kind of payment is offered. Another person is paid once at a time: whoever
 * stops receiving could not end what goes on by itself.
 *
 * @throws UserFacingError with a sentence at the choice when it is not.
 */
export function requireOffered(routineType: RoutineType, isToPerson: boolean): void {
  if (isAutomatic(routineType) && env().AUTOMATIC_ROUTINES === 'off') {
    throw wrong('This is not offered here. Choose how often.');
  }
  if (isToPerson && routineType !== 'one-time') {
    throw wrong('Another person can only be paid once at a time. Choose “Once”.');
  }
}

function wrong(sentence: string): UserFacingError {
  return new UserFacingError('Please check the marked fields.', { routineType: sentence });
}
