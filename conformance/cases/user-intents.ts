import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { createUserIntentRequest, userIntentStatuses } from '@/lib/astra/contract';
import { nothing, rule } from '../case';
import { example } from '../example';
import { type Expectation, refuses, refusesField, refusesSomehow, succeeds } from '../expectation';
import { SkipCase } from '../skip-case';
import { authorize, decidedIntent, newPerson, newPhone, personDetails } from '../stage/people';
import { makeId, type Stage } from '../stage/stage';
import type { ResourceCases } from './resource-cases';

type Change = Partial<Record<keyof z.input<typeof createUserIntentRequest>, unknown>>;

/** A rule about the details of a person. */
const details = (name: string, change: Change, expected: Expectation) =>
  rule({
    operation: 'userIntents.create',
    name,
    arrange: nothing,
    request: () => ({ json: personDetails(change) }),
    expect: expected,
  });

/** What the identity check makes of the sandbox's steering values. */
const decision = (name: string, change: Change, status: (typeof userIntentStatuses)[number]) =>
  rule({
    operation: 'userIntents.get',
    name,
    arrange: (stage) => decidedIntent(stage, personDetails(change)),
    request: ({ id }) => ({ params: { id } }),
    expect: succeeds(z.looseObject({ status: z.literal(status) })),
  });

const createOne = (stage: Stage, change: Change = {}) =>
  makeId(stage, 'userIntents.create', { json: personDetails(change) });

/** Somebody whom Astra rejected, and who has proved the phone all the same. */
async function rejectedUser(stage: Stage) {
  if (!stage.target.readSmsCode) throw new SkipCase('a person can only prove a phone in a browser');
  const contact = { phone: newPhone(), email: `${randomUUID()}@example.com` };
  const rejected = personDetails({ ...contact, date_of_birth: '1970-01-01' });
  const { id } = await decidedIntent(stage, rejected);
  await authorize(stage, id, contact.phone);
  return contact;
}

const withoutKeys = (...keys: string[]) =>
  z
    .looseObject({})
    .refine((body) => keys.every((key) => !(key in body)), `must not show ${keys.join(', ')}`);

const pairs = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, place) => [`key-${place}`, 'x']));

export const userIntents: ResourceCases<'userIntents'> = {
  examples: {
    create: example({
      arrange: nothing,
      request: () => ({ json: personDetails() }),
      client: (astra) => astra.userIntents.create(personDetails()),
    }),
    get: example({
      arrange: (stage) => createOne(stage),
      request: (id) => ({ params: { id } }),
      client: (astra, id) => astra.userIntents.get(id),
      answer: withoutKeys('ssn', 'date_of_birth', 'address1', 'ip_address'),
    }),
  },
  rules: [
    details('takes a person without a second line of address', { address2: '' }, succeeds()),
    details(
      'refuses null for the second line of address',
      { address2: null },
      refusesField('address2'),
    ),
    details('refuses a PO box', { address1: 'PO Box 12' }, refusesField('address1')),
    details(
      'refuses a phone without its country code',
      { phone: '5557771234' },
      refusesField('phone'),
    ),
    details(
      'refuses a birth date in another order',
      { date_of_birth: '02/03/1985' },
      refusesField('date_of_birth'),
    ),
    details('takes all nine digits of an SSN', { ssn: '123456789' }, succeeds()),
    details('refuses an SSN of five digits', { ssn: '12345' }, refusesField('ssn')),
    details('refuses an SSN with dashes', { ssn: '123-45-6789' }, refusesField('ssn')),
    details('refuses an e-mail that is none', { email: 'nobody' }, refusesField('email')),
    details(
      'needs a birth date of a verified person',
      { date_of_birth: undefined },
      refusesField('date_of_birth'),
    ),
    details('needs an SSN of a verified person', { ssn: undefined }, refusesField('ssn')),
    details(
      'needs no SSN of an unverified person',
      { kyc_type: 'unverified', ssn: undefined },
      succeeds(),
    ),
    details(
      'needs neither SSN nor birth date of somebody who only receives',
      { kyc_type: 'receive-only', ssn: undefined, date_of_birth: undefined },
      succeeds(),
    ),
    details(
      'refuses a kyc_type that does not exist',
      { kyc_type: 'trusted' },
      refusesField('kyc_type'),
    ),
    details('takes 25 pairs of metadata', { metadata: pairs(25) }, succeeds()),
    details('refuses 26 pairs of metadata', { metadata: pairs(26) }, refusesField('metadata')),
    details(
      'refuses a metadata key with a space',
      { metadata: { 'a b': 'x' } },
      refusesField('metadata'),
    ),
    details('refuses an empty metadata value', { metadata: { a: '' } }, refusesField('metadata')),
    details(
      'refuses a metadata value of 257 characters',
      { metadata: { a: 'x'.repeat(257) } },
      refusesField('metadata'),
    ),
    rule({
      operation: 'userIntents.create',
      name: 'takes the third intent for an e-mail',
      arrange: async (stage) => {
        const email = `${randomUUID()}@example.com`;
        for (let count = 0; count < 2; count += 1) await createOne(stage, { email });
        return email;
      },
      request: (email) => ({ json: personDetails({ email }) }),
      expect: succeeds(),
    }),
    rule({
      operation: 'userIntents.create',
      name: 'refuses the fourth intent for an e-mail',
      arrange: async (stage) => {
        const email = `${randomUUID()}@example.com`;
        for (let count = 0; count < 3; count += 1) await createOne(stage, { email });
        return email;
      },
      request: (email) => ({ json: personDetails({ email }) }),
      expect: refusesSomehow(400),
    }),
    rule({
      operation: 'userIntents.create',
      name: 'answers 403 for the e-mail and phone of a rejected user',
      arrange: rejectedUser,
      request: (contact) => ({ json: personDetails(contact) }),
      expect: refuses(403),
    }),
    rule({
      operation: 'userIntents.get',
      name: 'gives the metadata back',
      arrange: (stage) => createOne(stage, { metadata: { plan: 'Zürich' } }),
      request: (id) => ({ params: { id } }),
      expect: succeeds(z.looseObject({ metadata: z.strictObject({ plan: z.literal('Zürich') }) })),
    }),
    rule({
      operation: 'userIntents.get',
      name: 'names no user before somebody has authorized',
      arrange: (stage) => createOne(stage),
      request: (id) => ({ params: { id } }),
      expect: succeeds(z.looseObject({ user_id: z.null().optional() })),
    }),
    rule({
      operation: 'userIntents.get',
      name: 'names the user that an authorized intent became',
      arrange: (stage) => newPerson(stage),
      request: ({ intentId }) => ({ params: { id: intentId } }),
      expect: ({ userId }) =>
        succeeds(
          z.looseObject({ status: z.literal('converted_to_user'), user_id: z.literal(userId) }),
        ),
    }),
    decision('approves the sandbox’s example person', {}, 'approved'),
    decision(
      'rejects who was born on the first day of 1970',
      { date_of_birth: '1970-01-01' },
      'rejected',
    ),
    decision('asks somebody called retry again', { first_name: 'retry' }, 'retry'),
    decision(
      'asks somebody called document for a photo ID',
      { first_name: 'document' },
      'document',
    ),
  ],
};
