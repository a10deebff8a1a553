import { AstraAuthenticationError, AstraError } from '@/lib/astra';
import { astra } from './client';
import { introducePerson, visitPages } from './prepare';

/** From the redirect's code to tokens, and on to fresh ones. */
async function main(): Promise<void> {
  const { userIntentId, phone } = await introducePerson();
  const url = astra.hostedPages.authorizeUrl({ state: 'random', userIntentId, phone });
  const redirect = await visitPages(url, phone);

  // A code works once, and for a few minutes.
  const code = redirect.searchParams.get('code') ?? '';
  const first = await astra.tokens.exchangeCode({ code });
  console.log('Store both tokens sealed. Printing them shows nothing:', first);
  console.log('The access token lives', first.expiresInMs / 60_000, 'minutes.');

  // One process at a time may refresh a person's tokens: the new access token ends the old one.
  const second = await astra.tokens.refresh({ refreshToken: first.refreshToken });
  await astra.users.me({ accessToken: second.accessToken });
  try {
    await astra.users.me({ accessToken: first.accessToken });
  } catch (error) {
    if (!(error instanceof AstraAuthenticationError)) throw error;
    console.log('The old access token is refused:', error.message);
  }

  // `invalid_grant` alone means that the person must authorize again. A timeout does not.
  try {
    await astra.tokens.refresh({ refreshToken: 'not-a-token' });
  } catch (error) {
    if (!(error instanceof AstraError && error.code === 'invalid_grant')) throw error;
    console.log('Ask the person to connect again:', error.description);
  }
}

await main();
