import { ButtonLink } from '../ui/button-link';
import { Notice } from '../ui/notice';

/** Says that a bank no longer lets Astra in, and leads to where the person can mend that. */
export function ReconnectNotice({ accountId, name }: { accountId: string; name: string }) {
  return (
    <Notice
      tone="caution"
      title="The bank no longer lets Astra in"
      action={
        <ButtonLink href={`/accounts/${accountId}/reconnect`}>
          Reconnect<span className="sr-only"> {name}</span>
        </ButtonLink>
      }
    >
      Sign in to the bank again. Until then no money moves from or to this account.
    </Notice>
  );
}
