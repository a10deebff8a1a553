import type { Balance } from '@/lib/accounts/balance-of';
import { DateTime } from '../ui/date-time';

/** How old a balance is, and whether that is too old to rely on, in a sentence. */
export function BalanceAge({ balance: { at, isOld } }: { balance: Balance }) {
  return (
    <>
      {at ? (
        <>
          As of <DateTime at={at} />
        </>
      ) : (
        'The bank does not say of when this is'
      )}
      {isOld && <span className="font-medium text-caution">. This balance is old</span>}.
    </>
  );
}
