import type { Metadata } from 'next';
import { TransferDetails } from '@/components/transfer-details';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import { loadTransfer } from './load-transfer';

type Props = { params: Promise<{ id: string }> };

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
      <div className="grid gap-6">
        <TransferDetails transfer={transfer} />
        <div className="flex flex-wrap gap-3 print:hidden">
          {transfer.status === 'pending' && (
            <ButtonLink href={`/transfers/${transfer.id}/cancel`} variant="secondary">
              Cancel this transfer
            </ButtonLink>
          )}
          {transfer.status === 'processed' && (
            <ButtonLink href={`/transfers/${transfer.id}/receipt`} variant="secondary">
              Receipt
            </ButtonLink>
          )}
          <ButtonLink href={`/transfers/${transfer.id}/support`} variant="quiet">
            Details for support
          </ButtonLink>
        </div>
      </div>
    </div>
  );
}
