import { cents } from '@/lib/astra';
import { astra } from './client';
import { addCard, authorizePerson, newReference } from './prepare';

/** One payment from card to card. */
async function main(): Promise<void> {
  const { accessToken, userId } = await authorizePerson();
  const from = await addCard(accessToken);
  const to = await addCard(accessToken, '4403930000003031');

  const payment = {
    type: 'one-time',
    payment_type: 'debit',
    name: 'Lunch',
    amount_cents: cents(499), // $4.99
    source_id: from.id,
    destination_id: to.id,
    // The receiver, also when they are the sender.
    destination_user_id: userId,
  } as const;

  // What it costs: what leaves one card, what reaches the other. Creates nothing.
  const preview = await astra.routines.preview({ accessToken, routine: payment });
  console.log(preview.pull_amount_cents, preview.push_amount_cents, preview.customer_fee_cents);

  // Write the payment and its reference into your database before this line: the reference is how
  // you find the routine should the answer be lost (errors.ts).
  const routine = await astra.routines.create({
    accessToken,
    routine: { ...payment, client_correlation_id: newReference() },
  });
  console.log(routine.id, routine.status);

  // The routine is the instruction. What really moved is in its transfers, a moment later.
  for await (const transfer of astra.routines.listTransfers({ accessToken, id: routine.id })) {
    console.log(transfer.id, transfer.status, transfer.amount_cents);
  }
  const { status } = await astra.routines.get({ accessToken, id: routine.id });
  console.log('The routine is', status);
  const { items } = await astra.routines.list({ accessToken }).firstPage();
  console.log('The newest routine is', items[0]?.name);
}

await main();
