import 'server-only';
import { AstraAuthenticationError } from '@/lib/astra';
import { getAccessToken } from './get-access-token';

/**
 * Reads something at Astra for this person. If Astra says that the token is no good, another
 * process may just have replaced it: the newest pair is used once more, and then no further.
 *
 * Only for reads. A call that creates something is never sent twice, because a 401 does not prove
 * that nothing happened.
 */
export async function withAccessToken<Result>(
  userId: string,
  read: (accessToken: string) => Promise<Result>,
): Promise<Result> {
  const first = await getAccessToken(userId);
  try {
    return await read(first.accessToken);
  } catch (error) {
    if (!(error instanceof AstraAuthenticationError)) throw error;
    const second = await getAccessToken(userId, first.version);
    return read(second.accessToken);
  }
}
