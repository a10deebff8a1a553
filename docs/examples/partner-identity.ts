import { astra } from './client';
import { introducePerson } from './prepare';

/**
 * Trusted Authentication: you have verified somebody's phone within the last 30 days, and vouch for
 * it. Astra has to switch it on for your client.
 */
async function main(): Promise<void> {
  const { userIntentId, phone } = await introducePerson();

  // Either with Astra's page, which then leaves out the SMS code. The token lives for one minute.
  const forPage = await astra.partnerIdentity.createSessionToken({ userIntentId });
  const url = astra.hostedPages.authorizeUrl({
    state: 'random',
    userIntentId,
    phone,
    sessionToken: forPage.sessionToken,
  });
  console.log('Send the person to', new URL(url).pathname);

  // Or with no page at all, once the person agreed to Astra's terms on a page of yours.
  const session = await astra.partnerIdentity.createSessionToken({ userIntentId });
  const { accessToken } = await astra.partnerIdentity.authorize(session);
  const { id: userId } = await astra.users.me({ accessToken });

  // From now on the person is named by the user's id.
  await astra.partnerIdentity.createSessionToken({ userId });
}

await main();
