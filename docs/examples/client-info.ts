import { astra } from './client';

/** What anybody may know about a partner: a first check that address and client id are right. */
async function main(): Promise<void> {
  const { name, support_email, redirect_uris } = await astra.clientInfo.get();
  console.log(name, support_email, redirect_uris);
}

await main();
