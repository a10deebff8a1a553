import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { TransferDetails } from '@/components/transfer-details';
import { PageHeader } from '@/components/ui/page-header';
import { requireUser } from '@/lib/auth/current-user';
import { findTransfer } from '@/lib/transfers/find-transfer';

export const metadata: Metadata = { title: 'Transfer' };

type Props = { params: Promise<{ id: string }> };

export default async function TransferPage({ params }: Props) {
  const user = await requireUser();
  const transfer = await findTransfer(user.id, (await params).id);
  if (!transfer) notFound();
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
