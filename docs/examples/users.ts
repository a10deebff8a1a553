import { astra } from './client';
import { authorizePerson } from './prepare';

/** People with an account at Astra: who they are, what they may do, and what they change. */
async function main(): Promise<void> {
  const { accessToken, userId } = await authorizePerson({ kyc_type: 'unverified' });

  const user = await astra.users.me({ accessToken });
  console.log(user.id, user.status, user.kyc_type);

  const capabilities = await astra.users.capabilities({ accessToken, userId });
  // null is without a limit.
  console.log('Card payments a day:', capabilities.card_to_card?.transfer_count_limit ?? 'any');

  // Upwards only, with the details that the better check wants.
  await astra.users.upgradeKycType({
    accessToken,
    kyc_type: 'verified',
    ssn: '1234',
    date_of_birth: '1985-02-03',
  });

  // A wish: Astra decides within about a business day, and allows one change in 30 days.
  await astra.users.requestPhoneChange({ accessToken, phone: '+15557779999' });
  for await (const wish of astra.users.listPhoneChangeRequests({ accessToken })) {
    console.log(wish.proposed_phone, wish.status);
  }

  // Only the parts that change. At most two changes in 120 days.
  const address = { address1: '1 Summit Way', postal_code: '94301' };
  await astra.users.requestAddressChange({ accessToken, address });

  // At once. The third change within 365 days lowers what the person may do: warn them first.
  const email = `edmund-${userId.slice(-6)}@example.org`;
  const changed = await astra.users.updateEmail({ accessToken, userId, email });
  console.log('Now known as', changed?.email ?? email);
}

await main();
