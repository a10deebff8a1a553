import { astra } from './client';
import { authorizePerson } from './prepare';

/** A person's debit cards. */
async function main(): Promise<void> {
  const { accessToken } = await authorizePerson();

  // What the first six digits tell, before anybody adds the card.
  const bin = await astra.cards.getBin('440393');
  console.log(bin.card_brand, bin.card_type, bin.issuer_name);

  // Whoever handles card numbers is in scope of PCI DSS. The way without is
  // `hostedPages.linkCardUrl`: the number is typed on Astra's page and never reaches you.
  const card = await astra.cards.create({
    accessToken,
    card: {
      card_number: '4403930000003031',
      card_security_code: '123',
      expiration_date: '12/40',
      first_name: 'Edmund',
      last_name: 'Hillary',
      street_line_1: '123 Astra Ave',
      city: 'Palo Alto',
      state: 'CA',
      zip_code: '94304',
      added_by_user: true,
    },
  });

  // Only an approved card moves money, and the bank that issued it decides in which direction.
  for await (const { last_four_digits, ...rest } of astra.cards.list({ accessToken })) {
    const isApproved = rest.status === 'approved';
    const canPay = isApproved && rest.pull_enabled;
    const canReceive = isApproved && rest.push_enabled;
    console.log(last_four_digits, { canPay, canReceive });
  }

  // Reviews go on after a card was approved: fetch it anew on every `card_updated`.
  const { status } = await astra.cards.get({ accessToken, id: card.id });
  const risk = await astra.cards.authDetails({ accessToken, id: card.id });
  console.log(status, risk.recommendation, risk.risk_level);

  // Refused while a routine or a pending transfer needs it.
  await astra.cards.delete({ accessToken, id: card.id });
}

await main();
