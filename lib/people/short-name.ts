import type { AstraUser } from '@/lib/astra';
import { outsideText } from '@/lib/partner/outside-text';

/** For somebody whose name Astra has not told. */
export const namelessPerson = 'A person here';

type Profile = Pick<AstraUser, 'first_name' | 'last_name'>;

/**
 * What others see of somebody's name: "Edmund H." It tells people apart without giving much away.
 *
 * It is the name that Astra checked. The one that people prefer is theirs to choose, as the one on a
 * card is: whoever sends money must not be taken in by either.
 *
 * @returns null when Astra tells no first name.
 */
export function shortName(profile: Profile): string | null {
  const first = outsideText(profile.first_name);
  const [initial] = outsideText(profile.last_name) ?? '';
  return first && initial ? `${first} ${initial}.` : first;
}
