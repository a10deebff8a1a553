import Link from 'next/link';
import type { Payment, Transfer } from '@/lib/db/generated/client';
import type { ListedTransfer } from '@/lib/transfers/list-transfers';
import { transferBadge } from './transfer-status';
import { DateTime } from './ui/date-time';
import { Money } from './ui/money';
import { StatusBadge } from './ui/status-badge';

type Props = {
  transfers: readonly (Transfer | ListedTransfer)[];
  openPayments: readonly Payment[];
};

/** Transfers, newest first, after the payments whose outcome is still being found out. */
export function TransferList({ transfers, openPayments }: Props) {
  return (
    <ul className="divide-y divide-line">
      {openPayments.map((payment) => (
        <Row
          key={payment.id}
          href={`/payments/${payment.id}`}
          name={payment.name}
          // Kinds whose amounts follow from something else have none yet.
          cents={payment.amountCents === null ? null : Number(payment.amountCents)}
          at={payment.createdAt}
          badge={<StatusBadge tone="caution" label="Checking" />}
        />
      ))}
      {transfers.map((transfer) => (
        <Row
          key={transfer.id}
          href={`/transfers/${transfer.id}`}
          name={transfer.name ?? 'Transfer'}
          cents={Number(transfer.amountCents)}
          at={transfer.startedAt}
          badge={<StatusBadge {...transferBadge(transfer)} />}
        />
      ))}
    </ul>
  );
}

type RowProps = {
  href: string;
  name: string;
  cents: number | null;
  at: Date;
  badge: React.ReactNode;
};

function Row({ href, name, cents, at, badge }: RowProps) {
  return (
    <li>
      <Link
        href={href}
        className="-mx-2 flex items-center justify-between gap-4 rounded-md px-2 py-3 hover:bg-sunken"
      >
        <span className="grid min-w-0 gap-0.5">
          <span className="truncate font-medium">{name}</span>
          <DateTime at={at} className="text-sm text-ink-muted" />
        </span>
        <span className="grid shrink-0 justify-items-end gap-1">
          {cents !== null && <Money cents={cents} size="md" />}
          {badge}
        </span>
      </Link>
    </li>
  );
}
