import type { Payment, Transfer } from '@/lib/db/generated/client';
import type { OpenPayment } from '@/lib/payments/list-open-payments';
import type { ListedTransfer } from '@/lib/transfers/list/list-transfers';
import type { ReceivedTransfer } from '@/lib/transfers/received/show-received';
import { EndsLine } from './ends-line';
import { MovementRow } from './movement-row';
import { isPlanned, openPaymentBadge } from './open-payment-badge';
import { ReceivedRow } from './received/received-row';
import { startWords } from './start-words';
import { transferBadge } from './transfer-status';
import { StatusBadge } from './ui/status-badge';

type Props = {
  transfers: readonly (Transfer | ListedTransfer | ReceivedTransfer)[];
  openPayments: readonly (Payment & Partial<OpenPayment>)[];
};

/** Transfers, newest first, after the payments that have none yet. */
export function TransferList({ transfers, openPayments }: Props) {
  return (
    <ul className="divide-y divide-line">
      {openPayments.map((payment) => (
        <MovementRow
          key={payment.id}
          href={`/payments/${payment.id}`}
          name={payment.name}
          ends={<EndsLine from={payment.sourceLabel} to={payment.destinationLabel} />}
          // Kinds whose amounts follow from something else have none yet.
          cents={payment.amountCents === null ? null : Number(payment.amountCents)}
          at={payment.createdAt}
          planned={plannedWords(payment)}
          badge={<StatusBadge {...openPaymentBadge(payment)} />}
        />
      ))}
      {transfers.map((transfer) =>
        'direction' in transfer ? (
          <ReceivedRow key={transfer.id} received={transfer} />
        ) : (
          <MovementRow
            key={transfer.id}
            href={`/transfers/${transfer.id}`}
            name={transfer.name ?? 'Transfer'}
            ends={'ends' in transfer && <EndsLine {...transfer.ends} />}
            cents={Number(transfer.amountCents)}
            at={transfer.startedAt}
            badge={<StatusBadge {...transferBadge(transfer)} />}
          />
        ),
      )}
    </ul>
  );
}

/** When a payment begins that is still to come. One that is paused, or was not sent, has no such day. */
function plannedWords(payment: Payment & Partial<OpenPayment>): string | null {
  if (!payment.starts || !isPlanned(payment)) return null;
  return startWords(payment.starts, payment.routineType !== 'one-time');
}
