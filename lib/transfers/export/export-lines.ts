import { brand } from '@/lib/brand';
import type { Transfer } from '@/lib/db/generated/client';
import { formatPlain, toCents } from '@/lib/money';
import type { EndLabels } from '../label-ends';
import type { ReceivedTransfer } from '../received/show-received';
import { csvLine } from './csv-line';

/** The first line of the file. */
export const headerLine = csvLine([
  'Date (UTC)',
  'Direction',
  'Name',
  'Status',
  'Amount',
  'Currency',
  'From',
  'To',
  'Reference',
  'Failure reason',
  'Transfer',
]);

export function sentLine(transfer: Transfer, { from, to }: EndLabels): string {
  return csvLine([
    transfer.startedAt.toISOString(),
    'sent',
    transfer.name ?? '',
    transfer.status,
    formatPlain(toCents(transfer.amountCents)),
    'USD',
    from ?? '',
    to ?? '',
    transfer.clientCorrelationId ?? '',
    transfer.failureReason ?? '',
    transfer.astraId,
  ]);
}

/** What is the sender's own stays empty. Only the direction tells the program from a person. */
export function receivedLine(received: ReceivedTransfer): string {
  const { sender } = received;
  const isOfProgram = sender.kind === 'program';
  return csvLine([
    received.startedAt.toISOString(),
    isOfProgram ? `received from ${brand.name} itself` : 'received',
    '',
    received.status,
    formatPlain(toCents(received.amountCents)),
    'USD',
    isOfProgram ? brand.name : sender.name,
    received.to ?? '',
    '',
    '',
    received.astraId,
  ]);
}
