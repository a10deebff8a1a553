import { addPerson, addTestCard, moneyWorld } from './money-world';

/** Leaves a data folder in which somebody's routines pay once a week, from `start` on. */
export function planWeeklyPayments(
  dataDir: string,
  { start, routines }: { start: string; routines: number },
): void {
  const here = moneyWorld({ start, pace: 'slow', dataDir });
  const { userId, auth } = addPerson(here);
  const source_id = addTestCard(here, userId);
  const destination_id = addTestCard(here, userId, '4242424242424242');
  for (let number = 0; number < routines; number += 1) {
    const json = {
      type: 'recurring',
      frequency: 'weekly',
      payment_type: 'debit',
      name: `Allowance ${number}`,
      source_id,
      destination_id,
      amount: 5,
    };
    const { status, body } = here.call('POST', '/v1/routines', auth, json);
    if (status !== 201) throw new Error(JSON.stringify(body));
  }
  here.world.scheduler.stop();
  here.world.store.close();
}
