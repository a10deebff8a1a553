import 'server-only';
import { db, type Transaction } from '@/lib/db/prisma';
import { paymentOrder } from '../order/payment-order';
import { feePreview } from './preview-fees';

/** What this person has composed under this form's key and not yet sent, or null. */
export async function findDraft(userId: string, key: string, tx: Transaction = db()) {
  const row = await tx.paymentDraft.findUnique({ where: { userId_key: { userId, key } } });
  if (!row) return null;
  // What an older release of the app kept may read differently now: then it is composed anew.
  const order = paymentOrder.safeParse(row.order);
  const preview = feePreview.safeParse(row.preview);
  if (!order.success || !preview.success) return null;
  return { version: row.version, order: order.data, preview: preview.data, at: row.updatedAt };
}
