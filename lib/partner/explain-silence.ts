import 'server-only';
import { AstraError } from '@/lib/astra';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { NeedsAuthorizationError, RefreshBusyError } from '@/lib/tokens/errors';

/**
 * Says in a sentence for people why Astra could not be asked, and what to do.
 *
 * @throws UserFacingError, or what it was given when that is no matter between Astra and us.
 */
export function explainSilence(error: unknown): never {
  if (error instanceof NeedsAuthorizationError) {
    throw new UserFacingError('Please connect to Astra again, then come back to this.');
  }
  if (error instanceof RefreshBusyError) throw new UserFacingError(error.message);
  if (error instanceof AstraError) {
    throw new UserFacingError('Astra did not answer. Please try again in a minute.');
  }
  throw error;
}
