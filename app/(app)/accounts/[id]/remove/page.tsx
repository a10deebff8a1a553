import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AccountDependents } from '@/components/accounts/account-dependents';
import { AccountNumber } from '@/components/accounts/account-number';
import { accountName } from '@/components/accounts/account-words';
import { StepFocus } from '@/components/onboarding/step-focus';
import { RemovalForm } from '@/components/removal-form';
import { PageHeader } from '@/components/ui/page-header';
import { findDependents } from '@/lib/accounts/find-dependents';
import { submitPause } from '../../../routines/actions';
import { submitRemoveAccount } from '../../actions';
import { loadAccount } from '../load-account';

type Props = { params: Promise<{ id: string }> };

/** Looks as well, so that an unknown address has the title of what is shown there. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await loadAccount((await params).id);
  return { title: 'Remove an account' };
}

/** The step between wanting to remove an account and doing it: shows what still uses it. */
export default async function RemoveAccountPage({ params }: Props) {
  const account = await loadAccount((await params).id);
  const page = `/accounts/${account.id}`;
  if (account.removedAt) redirect(page);
  const dependents = await findDependents(account.userId, account.astraId);
  const name = accountName(account);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={`Remove ${name}?`}
        lead={
          <>
            {account.institutionName && `${account.institutionName}, `}
            <AccountNumber {...account} />
          </>
        }
        back={{ href: page, label: name }}
      />
      <div className="grid gap-6">
        <StepFocus step={`${dependents.routines.total} routines`}>
          <AccountDependents {...dependents} pause={submitPause} />
        </StepFocus>
        <RemovalForm
          action={submitRemoveAccount}
          field={{ name: 'accountId', value: account.id }}
          what="account"
          knownSince={account.updatedAt}
          keepHref={page}
          button="Remove this account"
        >
          Astra forgets the account. You can link it again at any time; payments of the past stay in
          your activity.
        </RemovalForm>
      </div>
    </div>
  );
}
