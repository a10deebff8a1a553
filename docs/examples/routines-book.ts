import { cents } from '@/lib/astra';
import { astra } from './client';
import { authorizePerson } from './prepare';

/** Moves money between two settlement accounts of your own, at once. */
async function main(): Promise<void> {
  // In your app: the tokens of your own business user at Astra. No customer's token works.
  // The emulator knows that user by this address.
  const email = 'partner-business@example.com';
  const { accessToken } = await authorizePerson({ email });

  const { items } = await astra.paymentInstruments.list().firstPage();
  const [from, to] = items;
  if (!from || !to) throw new Error('Ask Astra for a second payment instrument.');

  const booked = await astra.routines.book({
    accessToken,
    routine: {
      name: 'Fill up the payout account',
      amount_cents: cents(50_000),
      source_id: from.id,
      destination_id: to.id,
    },
  });
  console.log('Routine', booked.id, 'made transfer', booked.transfer_id);
}

await main();
