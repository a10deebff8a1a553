import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DepartureForm } from '@/components/bank-link/departure-form';
import { SampleAccountFields } from '@/components/bank-link/sample-account-fields';
import { VisitOver } from '@/components/bank-link/visit-over';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { requireUser } from '@/lib/auth/current-user';
import { bankLinkProvider } from '@/lib/bank-link/bank-link-provider';
import { isVisitOver } from '@/lib/bank-link/stand-in/end-visit';
import { sampleAccounts, sampleBank } from '@/lib/bank-link/stand-in/sample-accounts';
import { visitReference, visitReturn } from '@/lib/bank-link/stand-in/visit-address';
import { leaveBank, shareAccounts } from './actions';

export const metadata: Metadata = { title: `${sampleBank} (sample)` };

type Props = {
  params: Promise<{ session: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The page of the bank that stands in for Plaid: ours to serve, and not ours to believe. */
export default async function SampleBankPage({ params, searchParams }: Props) {
  const user = await requireUser();
  const reference = visitReference.safeParse((await params).session);
  const returnUrl = visitReturn.safeParse((await searchParams)['return']);
  const isOffered = bankLinkProvider()?.name === 'stand-in';
  if (!isOffered || !reference.success || !returnUrl.success) notFound();
  const isOver = await isVisitOver(user.id, reference.data);
  if (isOver === null) notFound();
  const fields = (
    <>
      <input type="hidden" name="reference" value={reference.data} />
      <input type="hidden" name="return" value={returnUrl.data} />
    </>
  );
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={sampleBank} />
      <div className="grid gap-6">
        <Notice tone="caution" title="This is a sample bank, not a real one">
          It stands in for Plaid while this app runs without Plaid’s keys. A real bank would ask you
          to sign in first.
        </Notice>
        {isOver ? (
          <VisitOver returnUrl={returnUrl.data} />
        ) : (
          <>
            <Panel title="Which accounts do you want to share?">
              <DepartureForm action={shareAccounts} button="Share these accounts">
                {fields}
                <SampleAccountFields accounts={sampleAccounts} />
              </DepartureForm>
            </Panel>
            <DepartureForm action={leaveBank} button="Leave without sharing" variant="quiet">
              {fields}
            </DepartureForm>
          </>
        )}
      </div>
    </div>
  );
}
