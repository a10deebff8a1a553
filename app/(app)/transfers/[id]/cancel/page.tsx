import type { Metadata } from 'next';
import { transferBadge } from '@/components/transfer-status';
import { ActionForm } from '@/components/ui/action-form';
import { ButtonLink } from '@/components/ui/button-link';
import { Money } from '@/components/ui/money';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { StatusBadge } from '@/components/ui/status-badge';
import { loadTransfer } from '../load-transfer';
import { submitCancel } from './actions';

type Props = { params: Promise<{ id: string }> };

/** Looks as well, so that an unknown address has the title of what is shown there. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await loadTransfer((await params).id);
  return { title: 'Cancel a transfer' };
}

/** The step before a transfer is cancelled. It stays when the transfer ends meanwhile, and says so. */
export default async function CancelTransferPage({ params }: Props) {
  const transfer = await loadTransfer((await params).id);
  const { id, name, ends, amountCents } = transfer;
  const isOpen = transfer.status === 'pending';
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={name ? `Cancel “${name}”` : 'Cancel this transfer'}
        back={{ href: `/transfers/${id}`, label: 'Transfer' }}
      />
      <Panel title={isOpen ? 'Stop the money on its way?' : 'It is on its way no more'}>
        <div className="grid gap-5">
          <div className="flex flex-wrap items-center justify-between gap-4">
            <Money cents={Number(amountCents)} size="lg" />
            <StatusBadge {...transferBadge(transfer)} />
          </div>
          {isOpen && (
            <p className="text-pretty text-ink-muted">
              {ends.to ? `It would not reach ${ends.to}. ` : 'It would not arrive. '}
              Whether it can still be stopped is Astra’s to say: card payments leave within seconds,
              payments between bank accounts can be stopped until 5 pm Eastern time (2 pm Pacific)
              on their first banking day.
            </p>
          )}
          <ActionForm
            action={submitCancel}
            field={{ name: 'transferId', value: id }}
            button="Cancel the transfer"
            pendingLabel="Asking Astra…"
            variant="danger"
          >
            <ButtonLink href={`/transfers/${id}`} variant="secondary">
              {isOpen ? 'Let it go on' : 'Back to the transfer'}
            </ButtonLink>
          </ActionForm>
        </div>
      </Panel>
    </div>
  );
}
