import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LinkOutcome } from '@/components/bank-link/link-outcome';
import { PageHeader } from '@/components/ui/page-header';
import { requireUser } from '@/lib/auth/current-user';
import { findBankLink } from '@/lib/bank-link/find-bank-link';

export const metadata: Metadata = { title: 'Back from your bank' };

type Props = { params: Promise<{ session: string }> };

/** What became of a trip to the bank. It changes by itself; opening it changes nothing. */
export default async function BackFromBankPage({ params }: Props) {
  const user = await requireUser();
  const link = await findBankLink(user.id, (await params).session);
  if (!link) notFound();
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title="Back from your bank"
        back={{ href: '/accounts', label: 'Bank accounts' }}
      />
      <LinkOutcome link={link} />
    </div>
  );
}
