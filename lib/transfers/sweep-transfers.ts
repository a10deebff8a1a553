import 'server-only';
import type { Transfer } from '@/lib/astra';
import { databaseTime } from '@/lib/db/database-time';
import type { Chargeback, Transfer as TransferRow } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { isAsListed } from '@/lib/lists/is-as-listed';
import { mostPages } from '@/lib/lists/most-pages';
import { astra } from '@/lib/partner/astra';
import { outsideId } from '@/lib/partner/outside-text';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { chargebackColumns } from './store/store-chargeback';
import { storeFoundTransfer } from './store/store-found-transfer';
import { transferColumns } from './store/store-transfer';

/** Banks return what arrived for sixty days, and the owners of cards dispute it for longer. */
const changesForMs = 120 * 24 * 60 * 60_000;
const pageSize = 100;

type Known = TransferRow & { chargebacks: Chargeback[] };

/**
 * Reads at Astra all of a person's transfers that may still change, and writes down those that stand
 * otherwise here, or not at all.
 */
export async function sweepTransfers(userId: string): Promise<void> {
  const oldest = (await databaseTime()).getTime() - changesForMs;
  const shown = await withAccessToken(userId, async (accessToken) => {
    const found: Transfer[] = [];
    const list = astra().transfers.list({ accessToken, pageSize });
    for await (const transfer of list.entries({ mostPages })) {
      if (transfer.initiated && transfer.initiated.getTime() < oldest) break;
      found.push(transfer);
    }
    return found;
  });
  const rows = await db().transfer.findMany({
    where: { userId, astraId: { in: shown.map(({ id }) => outsideId(id)) } },
    include: { chargebacks: true },
  });
  const known = new Map(rows.map((row) => [row.astraId, row]));
  for (const transfer of shown) {
    if (isKnown(transfer, known.get(outsideId(transfer.id)))) continue;
    await storeFoundTransfer(userId, transfer);
  }
}

function isKnown(transfer: Transfer, row: Known | undefined): boolean {
  if (!row || !isAsListed(transferColumns(transfer), row)) return false;
  const { chargeback } = transfer;
  if (!chargeback?.cb_id) return true;
  const id = outsideId(chargeback.cb_id);
  const dispute = row.chargebacks.find((one) => one.id === id);
  return dispute !== undefined && isAsListed(chargebackColumns(chargeback), dispute);
}
