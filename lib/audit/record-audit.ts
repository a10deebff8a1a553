import 'server-only';
import type { Transaction } from '@/lib/db/prisma';

/** Something that support may have to tell the story of. */
export type AuditedAct = {
  /** Whose data or money it is about. */
  userId: string;
  /** Who did it; null when it was the app itself. */
  actorId: string | null;
  /** Ties the events of one story together: a payment's reference. */
  correlationId?: string | null;
  /** A short name, such as `payment.confirmed`. */
  action: string;
  /** One sentence for people, without personal data. */
  detail: string;
  /** What Astra's support asks for. */
  astraRequestId?: string | null;
};

/** Writes down who did what, in the transaction that does it: neither is there without the other. */
export async function recordAudit(tx: Transaction, act: AuditedAct): Promise<void> {
  await tx.auditEvent.createMany({ data: act });
}
