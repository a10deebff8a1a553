import type { Metadata } from 'next';
import { IncomingPayments } from '@/components/incoming-payments';
import { TransferList } from '@/components/transfer-list';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { requireUser } from '@/lib/auth/current-user';
import { listOpenPayments } from '@/lib/payments/find-payment';
import { listIncoming } from '@/lib/payments/list-incoming';
import { listTransfers } from '@/lib/transfers/list-transfers';

export const metadata: Metadata = { title: 'Activity' };

export default async function TransfersPage() {
  const user = await requireUser();
  const [transfers, open, incoming] = await Promise.all([
    listTransfers(user.id),
    listOpenPayments(user.id),
    listIncoming(user.id),
  ]);
  const isEmpty = transfers.length === 0 && open.length === 0;
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title="Activity" />
      <div className="grid gap-6">
        <IncomingPayments payments={incoming} />
        {isEmpty ? (
          <EmptyState
            title="Nothing sent yet"
            action={<ButtonLink href="/send">Send money</ButtonLink>}
          >
            Every payment appears here, with where it is on its way.
          </EmptyState>
        ) : (
          <Panel>
            <TransferList transfers={transfers} openPayments={open} />
          </Panel>
        )}
      </div>
    </div>
  );
}
