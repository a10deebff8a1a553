import { AstraInvalidRequestError, AstraNotFoundError, cents, type Transfer } from '@/lib/astra';
import { until } from '@/testing/until';
import { astra } from './client';
import { addCard, authorizePerson, newReference } from './prepare';

/** What became of a routine: the movements of money themselves. */
async function main(): Promise<void> {
  const { accessToken } = await authorizePerson();
  const transfer = await startTransfer(accessToken);

  // `status` may be a word that is not known today: show it, and decide nothing by it.
  const { status, amount_cents, ...rest } = await astra.transfers.get({
    accessToken,
    id: transfer.id,
  });
  console.log(status, amount_cents, rest.failure_reason, rest.initiated);

  // The legs: a pull from one card, a push to the other.
  for await (const leg of astra.transfers.listSegments({ accessToken, id: transfer.id })) {
    console.log(leg.type, leg.status, leg.amount_cents);
  }

  // Whether it can still be stopped is Astra's to say, and its answer is final.
  try {
    const stopped = await astra.transfers.cancel({ accessToken, id: transfer.id });
    console.log('Now', stopped.status);
  } catch (error) {
    if (!(error instanceof AstraInvalidRequestError)) throw error;
    console.log('Too late:', error.description);
  }

  // Its id comes with the webhook `batch_transfer_created`.
  await explainBatch('batch-1');
}

/** With `net_debit`, one debit a day of your account pays for many transfers. */
async function explainBatch(id: string): Promise<void> {
  try {
    const batch = await astra.transfers.getBatch(id);
    console.log(batch.amount_cents, 'pays for', batch.transfer_count, 'transfers');
  } catch (error) {
    if (!(error instanceof AstraNotFoundError)) throw error;
    console.log('No such batch.');
  }
}

/** Pays from a card whose transfers stay pending at the emulator until somebody settles them. */
async function startTransfer(accessToken: string): Promise<Transfer> {
  const from = await addCard(accessToken, '4000220000009098');
  const to = await addCard(accessToken);
  await astra.routines.create({
    accessToken,
    routine: {
      type: 'one-time',
      payment_type: 'debit',
      name: 'Dinner',
      amount_cents: cents(3_000),
      source_id: from.id,
      destination_id: to.id,
      client_correlation_id: newReference(),
    },
  });
  // Your app learns of it by the webhook `transfer_created`.
  const pending = astra.transfers.list({ accessToken, status: 'pending', source_id: from.id });
  return until('the transfer', async () => (await pending.firstPage()).items[0], 60_000, 500);
}

await main();
