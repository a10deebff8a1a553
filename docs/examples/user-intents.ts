import { randomInt } from 'node:crypto';
import { AstraInvalidRequestError, AstraPermissionError, type CreateUserIntent } from '@/lib/astra';
import { astra } from './client';

const details: CreateUserIntent = {
  first_name: 'Edmund',
  last_name: 'Hillary',
  date_of_birth: '1985-02-03',
  // Nine digits or the last four. Pass it through: do not store it, do not log it.
  ssn: '1234',
  phone: `+1555${randomInt(2_000_000, 9_999_999)}`,
  email: `edmund-${randomInt(1_000_000)}@example.com`,
  address1: '123 Astra Ave',
  city: 'Palo Alto',
  state: 'CA',
  postal_code: '94304',
  // The address of the person's device, not of your server.
  ip_address: '192.0.2.0',
};

/** Introduces a person to Astra, which begins to check their identity. */
async function main(): Promise<void> {
  try {
    const { id } = await astra.userIntents.create(details);
    // Store the id, nothing else. The webhook `user_intent_updated` tells when to look again.
    const { status } = await astra.userIntents.get(id);
    console.log('The identity check says:', status);

    // Whatever breaks a documented rule is found before anything is sent.
    await astra.userIntents.create({ ...details, phone: '555-777-1234' });
  } catch (error) {
    if (error instanceof AstraInvalidRequestError) console.log('Correct:', error.fieldErrors);
    else if (error instanceof AstraPermissionError) console.log('Astra refused this person.');
    else throw error;
  }
}

await main();
