import { canReconnect } from '@/lib/accounts/can-reconnect';
import type { Account } from '@/lib/db/generated/client';
import { ButtonLink } from '../ui/button-link';
import { Notice } from '../ui/notice';
import { accountName, addedAnewSentence } from './account-words';

/** Says that a bank no longer lets Astra in, and leads to where the person can mend that. */
export function ReconnectNotice({ account }: { account: Account }) {
  const page = `/accounts/${account.id}`;
  const name = <span className="sr-only"> {accountName(account)}</span>;
  const title = 'The bank no longer lets Astra in';
  if (!canReconnect(account)) {
    return (
      <Notice
        tone="caution"
        title={title}
        action={<ButtonLink href={`${page}/remove`}>Remove…{name}</ButtonLink>}
      >
        {addedAnewSentence(account)} Until then no money moves from or to this account.
      </Notice>
    );
  }
  return (
    <Notice
      tone="caution"
      title={title}
      action={<ButtonLink href={`${page}/reconnect`}>Reconnect{name}</ButtonLink>}
    >
      Sign in to the bank again. Until then no money moves from or to this account.
    </Notice>
  );
}
