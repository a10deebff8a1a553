import 'server-only';
import { isWithinLimit } from '@/lib/http/rate-limit';
import { log } from '@/lib/log/logger';

/** Enough for somebody who mistypes and retries; not enough to flood a stranger's mailbox. */
const perAddress = { count: 5, minutes: 15 };

/** For everybody behind one address of the network, such as a whole office. */
const perDevice = { count: 300, minutes: 15 };

/**
 * Whether one more sign-in link may be mailed. Asked before anything is stored or sent; somebody
 * whose address a stranger uses up still has the links that the stranger had mailed to them.
 */
export async function maySendSignInLink(email: string, deviceIp: string): Promise<boolean> {
  const answers = await Promise.all([
    isWithinLimit(`sign-in mail to ${email}`, perAddress),
    isWithinLimit(`sign-in mail from ${deviceIp}`, perDevice),
  ]);
  if (answers.every(Boolean)) return true;
  log().warn('too many sign-in links were asked for; none was sent');
  return false;
}
