import { AstraError, type AstraErrorKind } from '@/lib/astra';

/** After so many attempts, what does not help by waiting is given up: within a minute. */
const fewAttempts = 3;

type Patience = 'few attempts' | 'all attempts' | 'endless';

type Failure = {
  /** What went wrong, without a full stop. Operators see it, and count events by it. */
  reason: string;
  patience: Patience;
};

/**
 * - A refusal and a question that Astra calls invalid stay what they are.
 * - What Astra does not show may not exist yet, and an answer that cannot be read may come from a page
 *   that stands in for Astra for some hours: both have all attempts, which take most of a day.
 * - Everything else is over some day. The reconciler begins again.
 */
const failures: Readonly<Record<AstraErrorKind, (whom: string) => Failure>> = {
  permission: (whom) => ({
    reason: `Astra refuses to show this resource to ${whom}`,
    patience: 'few attempts',
  }),
  invalid_request: () => ({
    reason: 'Astra calls the question about this resource invalid',
    patience: 'few attempts',
  }),
  not_found: (whom) => ({
    reason: `Astra does not show this resource to ${whom}`,
    patience: 'all attempts',
  }),
  unexpected_response: () => ({
    reason: 'Astra’s answer about this resource cannot be read',
    patience: 'all attempts',
  }),
  authentication: () => endless('Astra does not accept our credentials'),
  conflict: () => endless('Astra says that something else is in the way'),
  rate_limit: () => endless('Astra is asked too often'),
  server: () => endless('Astra has a problem of its own'),
  timeout: () => endless('Astra does not answer in time'),
  connection: () => endless('Astra cannot be reached'),
};

function endless(reason: string): Failure {
  return { reason, patience: 'endless' };
}

/** How often a look was tried, this time included. */
export type Attempt = { attempts: number; isLast: boolean };

/**
 * Why a look at a resource failed, as a sentence to stand beside its events, and whether they are
 * given up for it.
 *
 * @param whom on whose behalf Astra was asked.
 */
export function whyFailed(
  error: unknown,
  whom: 'us' | 'the user it names',
  { attempts, isLast }: Attempt,
): { outcome: string; isFinal: boolean } {
  const { reason, patience } =
    error instanceof AstraError
      ? failures[error.kind](whom)
      : endless('this app failed to look at the resource');
  const isFinal =
    (patience === 'few attempts' && (isLast || attempts >= fewAttempts)) ||
    (patience === 'all attempts' && isLast);
  return { outcome: isFinal ? `${reason}.` : `Waiting: ${reason}. It is tried again.`, isFinal };
}
