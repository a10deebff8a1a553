import { astra } from './client';
import { authorizePerson } from './prepare';

/**
 * What happened on a person's bank accounts. Astra's current reference has left this out: do not
 * build anything new on it.
 */
async function main(): Promise<void> {
  const { accessToken } = await authorizePerson();
  const june = { date_start: '2026-06-01', date_end: '2026-06-30' };

  for await (const { date, name, amount_cents } of astra.transactions.list({
    accessToken,
    ...june,
  })) {
    console.log(date, name, amount_cents);
  }
}

await main();
