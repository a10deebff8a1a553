import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PrintButton } from '@/components/transfers/print-button';
import { Receipt } from '@/components/transfers/receipt';
import { PageHeader } from '@/components/ui/page-header';
import { loadTransfer } from '../load-transfer';

type Props = { params: Promise<{ id: string }> };

/** Looks as well, so that an unknown address has the title of what is shown there. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await loadTransfer((await params).id);
  return { title: 'Receipt' };
}

/** A receipt to print. There is one for money that has arrived, and it says what happened since. */
export default async function ReceiptPage({ params }: Props) {
  const transfer = await loadTransfer((await params).id);
  if (!transfer.history.some(({ status }) => status === 'processed')) notFound();
  return (
    <div className="mx-auto max-w-2xl print:max-w-none">
      <PageHeader
        title="Receipt"
        back={{ href: `/transfers/${transfer.id}`, label: transfer.name ?? 'Transfer' }}
        actions={<PrintButton />}
      />
      <Receipt transfer={transfer} />
    </div>
  );
}
