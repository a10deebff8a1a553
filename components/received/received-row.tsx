import type { ReceivedTransfer } from '@/lib/transfers/received/show-received';
import { MovementRow } from '../movement-row';
import { transferBadge } from '../transfer-status';
import { StatusBadge } from '../ui/status-badge';
import { SenderName } from './sender-name';

/** Of what failed or was cancelled, nothing came in, or it was taken back. */
const statusesWithMoney: ReadonlySet<string> = new Set(['pending', 'processed']);

/** What somebody else sent, in a list. */
export function ReceivedRow({ received }: { received: ReceivedTransfer }) {
  return (
    <MovementRow
      href={`/transfers/received/${received.id}`}
      name={
        <>
          From <SenderName sender={received.sender} />
        </>
      }
      ends={received.to && `To ${received.to}`}
      cents={Number(received.amountCents)}
      isReceived
      comesIn={statusesWithMoney.has(received.status)}
      at={received.startedAt}
      badge={<StatusBadge {...transferBadge(received)} />}
    />
  );
}
