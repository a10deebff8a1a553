import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { DepartureForm } from '@/components/bank-link/departure-form';
import { ButtonLink } from '@/components/ui/button-link';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { requireUser } from '@/lib/auth/current-user';
import { bankLinkProvider } from '@/lib/bank-link/bank-link-provider';
import { findUnfinishedBankLink } from '@/lib/bank-link/find-bank-link';
import { onboardingStep } from '@/lib/onboarding/onboarding-step';
import { openBankLink } from './actions';

export const metadata: Metadata = { title: 'Link your bank' };

const query = z.object({ ended: z.literal('unknown').optional().catch(undefined) });

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LinkBankPage({ searchParams }: Props) {
  const user = await requireUser();
  const provider = bankLinkProvider();
  if (!provider) notFound();
  if ((await onboardingStep(user.id)) !== 'done') redirect('/onboarding');
  const { ended } = query.parse(await searchParams);
  const unfinished = await findUnfinishedBankLink(user.id);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title="Link your bank"
        back={{ href: '/accounts/add', label: 'Link a bank account' }}
      />
      <div className="grid gap-6">
        {ended && (
          <Notice tone="caution" title="This step can’t be finished here">
            The way back from the bank is too old, or belongs to another sign-in. Nothing was linked
            by it. Start again below.
          </Notice>
        )}
        {unfinished && (
          <Notice
            title="Your last visit to the bank is being finished"
            action={
              <ButtonLink href={`/accounts/add/bank/done/${unfinished}`} variant="secondary">
                Show
              </ButtonLink>
            }
          >
            Its accounts are added without another visit.
          </Notice>
        )}
        <Panel title="Choose the accounts at your bank">
          <DepartureForm action={openBankLink} button="Continue to your bank">
            {provider.name === 'plaid' ? <AboutPlaid /> : <AboutStandIn />}
          </DepartureForm>
        </Panel>
      </div>
    </div>
  );
}

function AboutPlaid() {
  return (
    <p className="text-pretty text-ink-muted">
      You continue to Plaid, which connects to your bank. Sign in to the bank there and choose the
      accounts; then you come back here. Plaid passes them on to Astra. We learn their names and
      last four digits, never your password or the full numbers.
    </p>
  );
}

function AboutStandIn() {
  return (
    <p className="text-pretty text-ink-muted">
      You continue to the page of a sample bank, choose the accounts there, and come back here. The
      sample bank stands in for Plaid, because this app runs without Plaid’s keys. None of its
      accounts is real.
    </p>
  );
}
