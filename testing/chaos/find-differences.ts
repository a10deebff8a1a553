import { accountColumns } from '@/lib/accounts/store-account';
import { cardColumns } from '@/lib/cards/store-card';
import { db } from '@/lib/db/prisma';
import { isAsListed } from '@/lib/lists/is-as-listed';
import { astra } from '@/lib/partner/astra';
import { outsideId, outsideText } from '@/lib/partner/outside-text';
import { routineColumns } from '@/lib/routines/routine-columns';
import { seenRoutine } from '@/lib/routines/seen-routine';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { chargebackColumns } from '@/lib/transfers/store/store-chargeback';
import { transferColumns } from '@/lib/transfers/store/store-transfer';
import { findIntentDifferences } from './newcomers';
import type { Resident } from './residents';

/** What stands otherwise here than at Astra, of these people and of all intents, as sentences. */
export async function findAllDifferences(residents: readonly Resident[]): Promise<string[]> {
  const found: string[] = [];
  for (const { user } of residents) found.push(...(await findDifferences(user.id)));
  return [...found, ...(await findIntentDifferences())];
}

type Columns = Record<string, unknown>;
type Shown = { what: string; columns: Columns; row: Columns | undefined };

/**
 * What stands otherwise here than Astra shows it to this person, field by field, as sentences: their
 * standing, cards, accounts, routines, transfers and disputes.
 */
async function findDifferences(userId: string): Promise<string[]> {
  const shown = await withAccessToken(userId, async (accessToken) => ({
    user: await astra().users.me({ accessToken }),
    cards: await all(astra().cards.list({ accessToken })),
    accounts: await all(astra().accounts.list({ accessToken })),
    routines: await all(astra().routines.list({ accessToken })),
    transfers: await all(astra().transfers.list({ accessToken })),
  }));
  const where = { where: { userId } };
  const connection = await db().astraConnection.findUnique(where);
  const cards = byAstraId(await db().card.findMany(where));
  const accounts = byAstraId(await db().account.findMany(where));
  const routines = byAstraId(await db().routine.findMany(where));
  const transfers = byAstraId(
    await db().transfer.findMany({ ...where, include: { chargebacks: true } }),
  );
  const compared: Shown[] = [
    {
      what: 'user',
      columns: { astraUserStatus: shown.user.status, kycType: outsideText(shown.user.kyc_type) },
      row: connection ?? undefined,
    },
    ...shown.cards.map((card) => {
      const columns = cardColumns(card);
      return { what: `card ${card.id}`, columns, row: cards.get(columns.astraId) };
    }),
    ...shown.accounts.map((account) => {
      const columns = { ...accountColumns(account), removedAt: null };
      return { what: `account ${account.id}`, columns, row: accounts.get(columns.astraId) };
    }),
    ...shown.routines.map((listed) => {
      const routine = seenRoutine(listed);
      const row = routines.get(outsideId(routine.id));
      const columns = { ...routineColumns(routine, null), status: routine.status, removedAt: null };
      return { what: `routine ${routine.id}`, columns, row };
    }),
    ...shown.transfers.flatMap((transfer) => {
      const row = transfers.get(outsideId(transfer.id));
      const columns = transferColumns(transfer);
      const disputes = transfer.chargeback ? [transfer.chargeback] : [];
      return [
        { what: `transfer ${transfer.id}`, columns, row },
        ...disputes.map((dispute) => ({
          what: `dispute of transfer ${transfer.id}`,
          columns: chargebackColumns(dispute),
          row: row?.chargebacks.find(({ id }) => id === outsideId(dispute.cb_id ?? '')),
        })),
      ];
    }),
  ];
  const gone = [
    cards.size - shown.cards.length,
    routines.size - shown.routines.length,
    transfers.size - shown.transfers.length,
  ].some((surplus) => surplus > 0);
  return [
    ...compared.flatMap(describe),
    ...(gone ? [`${userId}: something stands here that Astra does not list`] : []),
  ];
}

function describe({ what, columns, row }: Shown): string[] {
  if (!row) return [`${what} is missing`];
  const wrong = Object.entries(columns).filter(
    ([name, value]) => !isAsListed({ [name]: value }, row),
  );
  return wrong.map(
    ([name, value]) => `${what}: ${name} is ${String(row[name])}, at Astra ${String(value)}`,
  );
}

function byAstraId<Row extends { astraId: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.astraId, row]));
}

async function all<Item>(list: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of list) items.push(item);
  return items;
}
