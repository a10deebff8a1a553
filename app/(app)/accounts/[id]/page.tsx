import type { Metadata } from 'next';
import { AccountDetails } from '@/components/accounts/account-details';
import { accountName } from '@/components/accounts/account-words';
import { CheckAccount } from '@/components/accounts/check-account';
import { ReconnectNotice } from '@/components/accounts/reconnect-notice';
import { ButtonLink } from '@/components/ui/button-link';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { databaseTime } from '@/lib/db/database-time';
import { visitList } from '@/lib/lists/list-reads';
import { submitCheckAccount } from '../actions';
import { loadAccount } from './load-account';

type Props = { params: Promise<{ id: string }> };

/** Looks as well, so that an unknown address has the title of what is shown there. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: accountName(await loadAccount((await params).id)) };
}

export default async function AccountPage({ params }: Props) {
  const account = await loadAccount((await params).id);
  const [now] = await Promise.all([databaseTime(), visitList(account.userId, 'accounts')]);
  const name = accountName(account);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={name} back={{ href: '/accounts', label: 'Bank accounts' }} />
      <div className="grid gap-6">
        {account.removedAt && (
          <Notice
            title="This account is no longer linked"
            action={<ButtonLink href="/accounts">Show your bank accounts</ButtonLink>}
          >
            No money moves from or to it any more. Payments of the past stay in your activity.
          </Notice>
        )}
        {!account.removedAt && account.connectionStatus === 'error' && (
          <ReconnectNotice account={account} />
        )}
        <AccountDetails account={account} now={now} />
        {!account.removedAt && (
          <>
            <CheckAccount
              action={submitCheckAccount}
              accountId={account.id}
              knownSince={account.updatedAt}
            />
            <Panel title="Remove this account">
              <div className="grid justify-items-start gap-4">
                <p className="text-pretty text-ink-muted">
                  Astra forgets the account, and no money moves from or to it any more. You see
                  first what still uses it.
                </p>
                <ButtonLink href={`/accounts/${account.id}/remove`} variant="secondary">
                  Remove…
                </ButtonLink>
              </div>
            </Panel>
          </>
        )}
      </div>
    </div>
  );
}
