import { randomInt } from 'node:crypto';
import type { CreateBusinessProfile } from '@/lib/astra';
import { astra } from './client';

const person = {
  first_name: 'Tenzing',
  last_name: 'Norgay',
  email: 'tenzing@example.com',
  date_of_birth: '1980-05-29',
  address1: '123 Astra Ave',
  city: 'Palo Alto',
  state: 'CA',
  postal_code: '94304',
};

const profile: CreateBusinessProfile = {
  phone: `+1555${randomInt(2_000_000, 9_999_999)}`,
  business_info: {
    business_type: 'llc',
    business_name: 'Everest Outfitters LLC',
    ein: '12-3456789',
    address1: '123 Astra Ave',
    city: 'Palo Alto',
    state: 'CA',
    postal_code: '94304',
  },
  business_admin: person,
  // Everybody but a sole proprietor names who controls the business.
  business_controller: { ...person, title: 'Managing Director' },
  beneficial_owners: [person],
};

/** Introduces a business, which fills in Astra's form for it beforehand. */
async function main(): Promise<void> {
  const { id } = await astra.businessProfiles.create(profile);

  const known = await astra.businessProfiles.get(id);
  console.log(known.business_info?.business_name, known.status);

  // A person of the business authorizes. People at Astra review it: 24 to 48 hours.
  const url = astra.hostedPages.authorizeUrl({ state: 'random', businessProfileId: id });
  console.log('Send the administrator to', url);
}

await main();
