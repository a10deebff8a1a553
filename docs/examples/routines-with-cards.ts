import { cents } from '@/lib/astra';
import { astra } from './client';
import { addAccount, addCard, authorizePerson, newReference } from './prepare';

/** Payments with a card at one end and an account at the other. Astra switches them on for you. */
async function main(): Promise<void> {
  const { accessToken, userId } = await authorizePerson();
  const account = await addAccount(accessToken, '6789');
  const card = await addCard(accessToken);
  const amount_cents = cents(4_200);

  // Onto the card, at once. Gross: the account pays for every payment.
  const payout = {
    name: 'Payout',
    amount_cents,
    source: { id: account.id },
    destination: { id: card.id, user_id: userId },
  };
  const gross = await astra.routines.accountToCard({
    accessToken,
    routine: {
      ...payout,
      settlement_mode: 'gross_debit',
      client_correlation_id: newReference(),
    },
  });

  // Net: your reserve at Astra pays, and one debit a day fills it up (`transfers.getBatch`).
  const net = await astra.routines.accountToCard({
    accessToken,
    routine: { ...payout, settlement_mode: 'net_debit' },
  });

  // From the card into the account.
  const topUp = await astra.routines.cardToAccount({
    accessToken,
    routine: {
      name: 'Top up',
      amount_cents,
      source: { id: card.id },
      destination: { id: account.id, user_id: userId },
      client_correlation_id: newReference(),
    },
  });

  // These answers nest their ends.
  for (const { id, status, destination } of [gross, net, topUp]) {
    console.log(id, status, destination?.id);
  }
}

await main();
