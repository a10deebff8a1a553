import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { assumptions } from '@/lib/astra/contract';
import { nothing, rule } from '../case';
import { example } from '../example';
import { type Expectation, refuses, refusesField, succeeds } from '../expectation';
import { accountBody, addAccount, institutionOf } from '../stage/money';
import { otherPerson, person } from '../stage/people';
import { make, once, type Stage } from '../stage/stage';
import type { WireRequest } from '../wire';
import type { ResourceCases } from './resource-cases';

const someAccount = once(async (stage) => {
  const owner = await person(stage);
  return { ...owner, id: await addAccount(stage, owner) };
});

async function newAccount(stage: Stage) {
  const owner = await person(stage);
  return { ...owner, id: await addAccount(stage, owner) };
}

/** Somebody, and an account that they may add. */
async function withBody(stage: Stage) {
  return { ...(await person(stage)), json: accountBody(stage) };
}

/** A rule about the numbers of an account. */
const numbers = (name: string, change: object, expected: Expectation) =>
  rule({
    operation: 'accounts.create',
    name,
    arrange: withBody,
    request: ({ accessToken, json }) => ({ accessToken, json: { ...json, ...change } }),
    expect: expected,
  });

function balanceUpdate(id: string, stage: Stage): WireRequest {
  return {
    json: { institution_id: institutionOf(stage), resource_id: id, event_type: 'balance_update' },
    sign: (body) => ({
      [assumptions.customerEventSignatureHeader]: createHmac('sha256', stage.target.clientSecret)
        .update(body)
        .digest('hex'),
    }),
  };
}

/** In Plaid's sandbox all tokens name one checking and one savings account, each taken once. */
const processorTokens = {
  checking: 'processor-sandbox-0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9',
  savings: 'processor-sandbox-savings-71-8293-a4b5c6d7e8f9',
};

export const accounts: ResourceCases<'accounts'> = {
  examples: {
    list: example({
      arrange: person,
      request: ({ accessToken }) => ({ accessToken }),
      client: (astra, { accessToken }) => astra.accounts.list({ accessToken }).firstPage(),
      fill: async (stage) => {
        const { accessToken, id } = await newAccount(stage);
        return { request: { accessToken }, oldestFirst: [id, (await newAccount(stage)).id] };
      },
    }),
    get: example({
      arrange: someAccount,
      request: ({ accessToken, id }) => ({ accessToken, params: { id } }),
      client: (astra, account) => astra.accounts.get(account),
    }),
    delete: example({
      arrange: newAccount,
      request: ({ accessToken, id }) => ({ accessToken, params: { id } }),
      client: (astra, account) => astra.accounts.delete(account),
    }),
    create: example({
      arrange: withBody,
      request: ({ accessToken, json }) => ({ accessToken, json }),
      client: (astra, { accessToken, json }) =>
        astra.accounts.create({ accessToken, account: { ...json, bank_account_type: 'checking' } }),
      answer: z
        .looseObject({ connection_status: z.literal('connected') })
        .refine(
          (body) =>
            !['current_balance', 'available_balance'].some((key) => typeof body[key] === 'number'),
          'must show no balance: no bank tells about this account',
        ),
    }),
    createByProcessorToken: example({
      sandbox: { skip: 'needs a token of Plaid’s own sandbox' },
      arrange: person,
      request: ({ accessToken }) => ({
        accessToken,
        json: { processor_token: processorTokens.checking },
      }),
      client: (astra, { accessToken }) =>
        astra.accounts.createByProcessorToken({
          accessToken,
          processor_token: processorTokens.savings,
        }),
    }),
    sendCustomerEvent: example({
      arrange: async (stage) => ({ ...(await someAccount(stage)), at: institutionOf(stage) }),
      request: ({ id }, stage) => balanceUpdate(id, stage),
      client: (astra, { id, at }) =>
        astra.accounts.sendBalanceUpdate({ accountId: id, institutionId: at }),
    }),
    instantPaymentEligibility: example({
      arrange: nothing,
      request: () => ({ query: { routing_number: '021000021' } }),
      client: (astra) => astra.accounts.instantPaymentEligibility('021000021'),
    }),
  },
  rules: [
    numbers('takes an account number of seven digits', { account_number: '0001234' }, succeeds()),
    numbers(
      'refuses one of six digits',
      { account_number: '001234' },
      refusesField('account_number'),
    ),
    numbers(
      'refuses one of 18 digits',
      { account_number: '1'.repeat(18) },
      refusesField('account_number'),
    ),
    numbers(
      'refuses a routing number of eight digits',
      { routing_number: '22222222' },
      refusesField('routing_number'),
    ),
    numbers(
      'refuses a routing number that no bank can have',
      { routing_number: '123456789' },
      refusesField('routing_number'),
    ),
    numbers(
      'refuses a kind of account that does not exist',
      { bank_account_type: 'credit' },
      refusesField('bank_account_type'),
    ),
    numbers(
      'shows the last four digits alone',
      { account_number: '999988887777' },
      succeeds(
        z
          .looseObject({ mask: z.literal('7777') })
          .refine((body) => !JSON.stringify(body).includes('999988887777'), 'must hide the number'),
      ),
    ),
    rule({
      operation: 'accounts.create',
      name: 'is not there on the ordinary host',
      arrange: person,
      request: ({ accessToken }) => ({ accessToken, host: 'api', json: {} }),
      // Another method of the path with an id in it: `create` may be an id there.
      expect: refuses(405),
    }),
    rule({
      operation: 'accounts.list',
      name: 'no longer shows a deleted account',
      arrange: async (stage) => {
        const { accessToken, id } = await newAccount(stage);
        await make(stage, 'accounts.delete', { accessToken, params: { id } }, z.unknown());
        return { accessToken, id };
      },
      request: ({ accessToken }) => ({ accessToken }),
      expect: ({ id }) =>
        succeeds(
          z
            .looseObject({ accounts: z.array(z.looseObject({ id: z.string() })) })
            .refine((body) => !body.accounts.some((each) => each.id === id), 'must not show it'),
        ),
    }),
    rule({
      operation: 'accounts.get',
      name: 'does not know the account of somebody else',
      arrange: async (stage) => ({ ...(await someAccount(stage)), ...(await otherPerson(stage)) }),
      request: ({ accessToken, id }) => ({ accessToken, params: { id } }),
      expect: refuses(404),
    }),
    rule({
      operation: 'accounts.instantPaymentEligibility',
      name: 'refuses a routing number of eight digits',
      arrange: nothing,
      request: () => ({ query: { routing_number: '02100002' } }),
      expect: refusesField('routing_number'),
    }),
  ],
};
