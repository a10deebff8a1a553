import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { TransferDetails } from '@/components/transfer-details';
import { PageHeader } from '@/components/ui/page-header';
import { requireUser } from '@/lib/auth/current-user';
import { findTransfer } from '@/lib/transfers/find-transfer';

type Props = { params: Promise<{ id: string }> };

const loadTransfer = cache(async (id: string) => {
  const user = await requireUser();
  return (await findTransfer(user.id, id)) ?? notFound();
});

/** Looks as well, so that an unknown address has the title of what is shown there. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await loadTransfer((await params).id);
  return { title: 'Transfer' };
}

export default async function TransferPage({ params }: Props) {
  const transfer = await loadTransfer((await params).id);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={transfer.name ?? 'Transfer'}
        back={{ href: '/transfers', label: 'Activity' }}
      />
      <TransferDetails transfer={transfer} />
    </div>
  );
}
