import { type CreateRoutine, cents, pacificDay } from '@/lib/astra';
import { astra } from './client';
import { addAccount, authorizePerson } from './prepare';

/** Every kind of routine from one account of a person to another, and what starts each. */
function routinesBetween(source: string, destination: string): CreateRoutine[] {
  const ends = { payment_type: 'ach', source_id: source, destination_id: destination } as const;
  return [
    {
      ...ends,
      type: 'one-time',
      name: 'Today',
      amount_cents: cents(2_500),
      // A day at Astra is a day in Pacific time.
      start_date: pacificDay(Date.now()),
      preferred_settlement_speed: 'T+1',
    },
    {
      ...ends,
      type: 'recurring',
      name: 'Every month',
      amount_cents: cents(10_000),
      frequency: 'monthly',
    },
    // Moves what the source has above $1,000.
    { ...ends, type: 'sweep', name: 'Above', threshold_cents: cents(100_000) },
    // Fills the destination up to $100. Its field is assumed.
    { ...ends, type: 'refill', name: 'Below', threshold_cents: cents(10_000) },
    // Rounds up what is bought from an account.
    { ...ends, type: 'round-up', name: 'Change', spending: source },
    // A tenth of every deposit from $50 on.
    {
      ...ends,
      type: 'percentage-based',
      name: 'Tithe',
      percent_of_transaction: 10,
      minimum_transaction_threshold_cents: cents(5_000),
    },
    { ...ends, type: 'percentage-balance', name: 'Share', percent_of_balance: 1.5 },
    // $1 in the first week, $2 in the second, and so on for a year.
    {
      ...ends,
      type: 'fifty-two-week',
      name: 'A year',
      amount_start_cents: cents(100),
      amount_increment_cents: cents(100),
    },
  ];
}

async function main(): Promise<void> {
  const { accessToken } = await authorizePerson();
  const source = await addAccount(accessToken, '6789');
  const destination = await addAccount(accessToken, '9876');

  for (const routine of routinesBetween(source.id, destination.id)) {
    const { id, type, status } = await astra.routines.create({ accessToken, routine });
    console.log(type, status);
    if (type !== 'recurring') continue;

    // Only what changes. Pause it, go on with another amount, end it.
    await astra.routines.update({ accessToken, id, changes: { active: false } });
    const changes = { active: true, amount_cents: cents(12_000) };
    await astra.routines.update({ accessToken, id, changes });
    await astra.routines.delete({ accessToken, id });
  }
}

await main();
