import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AccountNumber } from '@/components/accounts/account-number';
import { accountName } from '@/components/accounts/account-words';
import { HostedStep } from '@/components/hosted-step';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { canReconnect } from '@/lib/accounts/can-reconnect';
import { env } from '@/lib/env';
import { onboardingStep } from '@/lib/onboarding/onboarding-step';
import { openReconnectAccount } from '../../actions';
import { loadAccount } from '../load-account';

type Props = { params: Promise<{ id: string }> };

/** Looks as well, so that an unknown address has the title of what is shown there. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await loadAccount((await params).id);
  return { title: 'Reconnect an account' };
}

export default async function ReconnectAccountPage({ params }: Props) {
  const account = await loadAccount((await params).id);
  if ((await onboardingStep(account.userId)) !== 'done') redirect('/onboarding');
  const page = `/accounts/${account.id}`;
  if (account.removedAt || !canReconnect(account)) redirect(page);
  const name = accountName(account);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title="Reconnect" back={{ href: page, label: name }} />
      <Panel title="Sign in to your bank again">
        <HostedStep
          purpose="link_account"
          action={openReconnectAccount}
          frameTitle="Astra: connect a bank account again"
          returnOrigin={new URL(env().NEXTAUTH_URL).origin}
          button="Continue to Astra"
          doneHref={page}
        >
          <input type="hidden" name="accountId" value={account.id} />
          <p>
            {account.institutionName ?? 'The bank'} no longer lets Astra see {name} (
            <AccountNumber {...account} />
            ). Astra confirms your phone with a text message, then you sign in to the bank once
            more.
          </p>
        </HostedStep>
      </Panel>
    </div>
  );
}
