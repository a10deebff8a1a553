import { isRoutingNumber, padAccountNumber } from '@/lib/astra';
import { astra, institutionId } from './client';
import { authorizePerson } from './prepare';

/** A person's bank accounts. The usual way to add one is the page `hostedPages.linkAccountUrl`. */
async function main(): Promise<void> {
  const { accessToken } = await authorizePerson();

  // By its numbers, which you must not store. The routing number has a check digit.
  const routingNumber = '021000021';
  if (!isRoutingNumber(routingNumber)) throw new Error('Ask for the routing number again.');
  const account = await astra.accounts.create({
    accessToken,
    account: {
      institution_id: institutionId,
      name: 'Everyday account',
      bank_account_type: 'checking',
      account_number: padAccountNumber('12345'),
      routing_number: routingNumber,
    },
  });

  // Or picked in Plaid, with a token that Plaid made for Astra.
  const processor_token = 'processor-sandbox-1';
  await astra.accounts.createByProcessorToken({ accessToken, processor_token });

  for await (const { id, name, ...rest } of astra.accounts.list({ accessToken })) {
    // Cents. null where no bank tells Astra; below zero when overdrawn.
    console.log(id, name, rest.available_balance_cents);
    if (rest.connection_status === 'error') {
      const page = { state: 'random', reconnectAccountId: id };
      console.log('Connect it again:', astra.hostedPages.linkAccountUrl(page));
    }
  }
  const { mask } = await astra.accounts.get({ accessToken, id: account.id });
  console.log('Ends in', mask);

  // For an account made by numbers Astra asks you for the balance (balance-endpoint.ts).
  // This tells it to ask again. It says nothing but "look", so it may be repeated.
  await astra.accounts.sendBalanceUpdate({ accountId: account.id, institutionId });

  const networks = await astra.accounts.instantPaymentEligibility(routingNumber);
  console.log('Instant payments:', { rtp: networks.rtp, fednow: networks.fednow });

  await astra.accounts.delete({ accessToken, id: account.id });
}

await main();
