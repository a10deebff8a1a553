import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { AccountEntryForm } from '@/components/direct-entry/account-entry-form';
import { OwnDocument } from '@/components/direct-entry/own-document';
import { PageHeader } from '@/components/ui/page-header';
import { accountOperations } from '@/lib/astra/contract/accounts';
import { requireUser } from '@/lib/auth/current-user';
import { offersAccountEntry } from '@/lib/direct-entry/offers';
import { directEntryPages } from '@/lib/direct-entry/pages';
import { env } from '@/lib/env';
import { onboardingStep } from '@/lib/onboarding/onboarding-step';
import { finishAccount, lendForAccount, lookUpRouting } from './actions';

export const metadata: Metadata = { title: 'Add a bank account by its numbers' };

export default async function AddAccountByNumberPage() {
  const user = await requireUser();
  const { ASTRA_INSTITUTION_ID: institutionId, astraHosts } = env();
  if (!offersAccountEntry() || !institutionId) notFound();
  if ((await onboardingStep(user.id)) !== 'done') redirect('/onboarding');
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title="Add a bank account by its numbers"
        lead="The account number goes from your browser straight to Astra. We never see it."
        back={{ href: '/accounts/add', label: 'Link a bank account' }}
      />
      <OwnDocument path={directEntryPages.account}>
        <AccountEntryForm
          url={`${astraHosts.secureUrl}${accountOperations.create.path}`}
          institutionId={institutionId}
          lend={lendForAccount}
          finish={finishAccount}
          lookUp={lookUpRouting}
        />
      </OwnDocument>
    </div>
  );
}
