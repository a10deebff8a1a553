import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { nothing, rule } from '../case';
import { example } from '../example';
import { refuses, refusesField, refusesSomehow, succeeds } from '../expectation';
import { newPerson, newPhone, person } from '../stage/people';
import { make, type Stage } from '../stage/stage';
import { type ResourceCases, skips } from './resource-cases';

const sandbox = skips.changesPerson;
const anything = z.unknown();

async function personWhoAskedForAPhone(stage: Stage) {
  const asking = await newPerson(stage);
  const request = { accessToken: asking.accessToken, json: { proposed_phone: newPhone() } };
  await make(stage, 'users.requestPhoneChange', request, anything);
  return { ...asking, asked: request.json.proposed_phone };
}

async function personWhoMovedTwice(stage: Stage) {
  const moving = await newPerson(stage);
  for (const address1 of ['1 First St', '2 Second St']) {
    const request = { accessToken: moving.accessToken, json: { address1 } };
    await make(stage, 'users.requestAddressChange', request, anything);
  }
  return moving;
}

async function personWithThirdEmail(stage: Stage) {
  const changing = await newPerson(stage);
  for (let count = 0; count < 3; count += 1) {
    const { accessToken, userId: id } = changing;
    const request = { accessToken, params: { id }, json: { email: newEmail() } };
    await make(stage, 'users.updateEmail', request, anything);
  }
  return changing;
}

const newEmail = () => `${randomUUID()}@example.com`;

const unverified = (stage: Stage) => newPerson(stage, { kyc_type: 'unverified', ssn: undefined });

const upgrade = { kyc_type: 'verified', ssn: '1234', date_of_birth: '1985-02-03' } as const;

const lowest = z.looseObject({
  account_to_account: z.looseObject({ max_settlement_speed: z.literal('T+4') }),
  account_to_card: z.looseObject({ is_eligible: z.literal(false) }),
  card_to_card: z.looseObject({ transfer_count_limit: z.literal(1) }),
});

export const users: ResourceCases<'users'> = {
  examples: {
    get: example({
      arrange: person,
      request: ({ accessToken }) => ({ accessToken }),
      client: (astra, { accessToken }) => astra.users.me({ accessToken }),
    }),
    capabilities: example({
      arrange: person,
      request: ({ accessToken, userId }) => ({ accessToken, params: { id: userId } }),
      client: (astra, { accessToken, userId }) => astra.users.capabilities({ accessToken, userId }),
    }),
    upgradeKycType: example({
      sandbox,
      arrange: unverified,
      request: ({ accessToken }) => ({ accessToken, json: upgrade }),
      client: (astra, { accessToken }) => astra.users.upgradeKycType({ accessToken, ...upgrade }),
    }),
    requestPhoneChange: example({
      sandbox,
      arrange: (stage) => newPerson(stage),
      request: ({ accessToken }) => ({ accessToken, json: { proposed_phone: newPhone() } }),
      client: (astra, { accessToken }) =>
        astra.users.requestPhoneChange({ accessToken, phone: newPhone() }),
    }),
    listPhoneChangeRequests: example({
      arrange: person,
      request: ({ accessToken }) => ({ accessToken }),
      client: (astra, { accessToken }) =>
        astra.users.listPhoneChangeRequests({ accessToken }).firstPage(),
    }),
    requestAddressChange: example({
      sandbox,
      arrange: (stage) => newPerson(stage),
      request: ({ accessToken }) => ({ accessToken, json: { address1: '1 First St' } }),
      client: (astra, { accessToken }) =>
        astra.users.requestAddressChange({ accessToken, address: { address1: '1 First St' } }),
    }),
    updateEmail: example({
      sandbox,
      arrange: (stage) => newPerson(stage),
      request: ({ accessToken, userId }) => ({
        accessToken,
        params: { id: userId },
        json: { email: newEmail() },
      }),
      client: (astra, { accessToken, userId }) =>
        astra.users.updateEmail({ accessToken, userId, email: newEmail() }),
    }),
  },
  rules: [
    rule({
      operation: 'users.get',
      name: 'answers 404 for a path that does not exist',
      arrange: nothing,
      request: () => ({ path: '/v1/no_such_path' }),
      expect: refuses(404),
    }),
    rule({
      operation: 'users.upgradeKycType',
      name: 'refuses to go downwards',
      sandbox,
      arrange: (stage) => newPerson(stage),
      request: ({ accessToken }) => ({ accessToken, json: { kyc_type: 'unverified' } }),
      expect: refusesSomehow(400),
    }),
    rule({
      operation: 'users.upgradeKycType',
      name: 'needs an SSN to verify somebody who gave none',
      sandbox,
      arrange: unverified,
      request: ({ accessToken }) => ({ accessToken, json: { kyc_type: 'verified' } }),
      expect: refusesField('ssn', 'date_of_birth'),
    }),
    rule({
      operation: 'users.requestPhoneChange',
      name: 'refuses a second change within 30 days',
      sandbox,
      arrange: personWhoAskedForAPhone,
      request: ({ accessToken }) => ({ accessToken, json: { proposed_phone: newPhone() } }),
      expect: refusesSomehow(400),
    }),
    rule({
      operation: 'users.requestPhoneChange',
      name: 'refuses a phone without its country code',
      arrange: person,
      request: ({ accessToken }) => ({ accessToken, json: { proposed_phone: '5557771234' } }),
      expect: refusesField('proposed_phone'),
    }),
    rule({
      operation: 'users.listPhoneChangeRequests',
      name: 'shows the phone that was asked for',
      sandbox,
      arrange: personWhoAskedForAPhone,
      request: ({ accessToken }) => ({ accessToken }),
      expect: ({ asked }) => {
        const entry = z.looseObject({ proposed_phone: z.literal(asked) });
        const phone_number_change_requests = z.tuple([entry]);
        return succeeds(z.looseObject({ count: z.literal(1), phone_number_change_requests }));
      },
    }),
    rule({
      operation: 'users.requestAddressChange',
      name: 'refuses a third change within 120 days',
      sandbox,
      arrange: personWhoMovedTwice,
      request: ({ accessToken }) => ({ accessToken, json: { address1: '3 Third St' } }),
      expect: refusesSomehow(400),
    }),
    rule({
      operation: 'users.requestAddressChange',
      name: 'refuses an empty part of the address, which has to be left out',
      arrange: person,
      request: ({ accessToken }) => ({ accessToken, json: { city: 'Palo Alto', address2: '' } }),
      expect: refusesField('address2'),
    }),
    rule({
      operation: 'users.updateEmail',
      name: 'refuses an e-mail that is none',
      arrange: person,
      request: ({ accessToken, userId }) => ({
        accessToken,
        params: { id: userId },
        json: { email: 'nobody' },
      }),
      expect: refusesField('email'),
    }),
    rule({
      operation: 'users.capabilities',
      name: 'are the lowest after the third change of e-mail within a year',
      sandbox,
      arrange: personWithThirdEmail,
      request: ({ accessToken, userId }) => ({ accessToken, params: { id: userId } }),
      expect: succeeds(lowest),
    }),
  ],
};
