import { cents } from '@/lib/astra';
import { astra } from './client';
import { addCard, authorizePerson } from './prepare';

/**
 * Pages on which somebody pays a person with a debit card. Astra's text about them is not public:
 * every field here is assumed, so ask Astra before you build on it.
 */
async function main(): Promise<void> {
  const { accessToken } = await authorizePerson();
  const card = await addCard(accessToken);
  const inAWeek = new Date(Date.now() + 7 * 24 * 60 * 60_000);

  const link = await astra.paymentLinks.create({
    accessToken,
    link: {
      name: 'Guitar lesson',
      amount_cents: cents(4_500),
      destination_id: card.id,
      expires_at: inAWeek,
    },
  });
  console.log('Send this to whoever pays:', link.url);

  for await (const { name, status, transfer_id } of astra.paymentLinks.list({ accessToken })) {
    console.log(name, status, transfer_id ?? 'not paid yet');
  }

  // Refused when somebody has paid in the meantime.
  await astra.paymentLinks.cancel({ accessToken, id: link.id });
  const { status } = await astra.paymentLinks.get({ accessToken, id: link.id });
  console.log('The link is', status);
}

await main();
