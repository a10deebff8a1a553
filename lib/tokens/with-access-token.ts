import 'server-only';
import { AstraAuthenticationError } from '@/lib/astra';
import { getAccessToken } from './get-access-token';

/**
 * Asks Astra something for this person. If Astra says that the token is no good, another
 * process may just have replaced it: the newest pair is used once more, and then no further.
 *
 * Only for reads, and for changes that leave the same when made twice: deleting by id, and setting
 * fields to given values. A call that creates something is never sent twice, because a 401 does not
 * prove that nothing happened.
 */
export async function withAccessToken<Result>(
  userId: string,
  ask: (accessToken: string) => Promise<Result>,
): Promise<Result> {
  const first = await getAccessToken(userId);
  try {
    return await ask(first.accessToken);
  } catch (error) {
    if (!(error instanceof AstraAuthenticationError)) throw error;
    const second = await getAccessToken(userId, first.version);
    return ask(second.accessToken);
  }
}
