import type { Account } from '@/lib/db/generated/client';
import { accountKind } from './account-words';

/** "Checking •••• 0000", which a screen reader says as words. */
export function AccountNumber({ subtype, mask }: Pick<Account, 'subtype' | 'mask'>) {
  return (
    <>
      {accountKind(subtype)}
      {mask && (
        <span className="whitespace-nowrap tabular-nums">
          {' '}
          <span aria-hidden="true">••••&nbsp;</span>
          <span className="sr-only">ending in </span>
          {mask}
        </span>
      )}
    </>
  );
}
