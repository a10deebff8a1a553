import { z } from 'zod';
import { cents } from '@/lib/astra';
import { type Case, rule } from '../case';
import { example } from '../example';
import { refuses, refusesField, refusesSomehow, succeeds } from '../expectation';
import { personWithCards } from '../stage/cards';
import { otherPerson, type Person } from '../stage/people';
import { make, makeId, once, type Stage } from '../stage/stage';
import { type ResourceCases, skips } from './resource-cases';

const sandbox = skips.isAssumed;

const linkBody = (destination: string, change: object = {}) => ({
  name: 'Conformance',
  amount: 12.5,
  destination_id: destination,
  ...change,
});

async function newLink(stage: Stage): Promise<Person & { id: string }> {
  const { destination, ...owner } = await personWithCards(stage);
  const request = { accessToken: owner.accessToken, json: linkBody(destination) };
  return { ...owner, id: await makeId(stage, 'paymentLinks.create', request) };
}

const someLink = once(newLink);

async function cancelledLink(stage: Stage) {
  const { accessToken, id } = await newLink(stage);
  await make(stage, 'paymentLinks.cancel', { accessToken, params: { id } }, z.unknown());
  return { accessToken, id };
}

const refusedAmount = (name: string, amount: unknown): Case =>
  rule({
    operation: 'paymentLinks.create',
    name,
    sandbox,
    arrange: personWithCards,
    request: ({ accessToken, destination }) => ({
      accessToken,
      json: linkBody(destination, { amount }),
    }),
    expect: refusesField('amount'),
  });

export const paymentLinks: ResourceCases<'paymentLinks'> = {
  examples: {
    create: example({
      sandbox,
      arrange: personWithCards,
      request: ({ accessToken, destination }) => ({ accessToken, json: linkBody(destination) }),
      client: (astra, { accessToken, destination }) =>
        astra.paymentLinks.create({
          accessToken,
          link: { name: 'Conformance', amount_cents: cents(1250), destination_id: destination },
        }),
      answer: z.looseObject({ status: z.literal('active'), transfer_id: z.null().optional() }),
    }),
    list: example({
      sandbox,
      arrange: personWithCards,
      request: ({ accessToken }) => ({ accessToken }),
      client: (astra, { accessToken }) => astra.paymentLinks.list({ accessToken }).firstPage(),
      fill: async (stage) => {
        const { accessToken, id } = await newLink(stage);
        return { request: { accessToken }, oldestFirst: [id, (await newLink(stage)).id] };
      },
    }),
    get: example({
      sandbox,
      arrange: someLink,
      request: ({ accessToken, id }) => ({ accessToken, params: { id } }),
      client: (astra, link) => astra.paymentLinks.get(link),
    }),
    cancel: example({
      sandbox,
      arrange: newLink,
      request: ({ accessToken, id }) => ({ accessToken, params: { id } }),
      client: (astra, link) => astra.paymentLinks.cancel(link),
      answer: z.looseObject({ status: z.literal('cancelled') }),
    }),
  },
  rules: [
    refusedAmount('refuses an amount of nothing', 0),
    refusedAmount('refuses part of a cent', 1.005),
    rule({
      operation: 'paymentLinks.create',
      name: 'pays onto a card or account of the token’s user only',
      sandbox,
      arrange: async (stage) => ({
        ...(await personWithCards(stage)),
        ...(await otherPerson(stage)),
      }),
      request: ({ accessToken, destination }) => ({ accessToken, json: linkBody(destination) }),
      expect: refusesField('destination_id'),
    }),
    rule({
      operation: 'paymentLinks.get',
      name: 'does not know the link of somebody else',
      sandbox,
      arrange: async (stage) => ({ ...(await someLink(stage)), ...(await otherPerson(stage)) }),
      request: ({ accessToken, id }) => ({ accessToken, params: { id } }),
      expect: refuses(404),
    }),
    rule({
      operation: 'paymentLinks.get',
      name: 'shows that it was cancelled',
      sandbox,
      arrange: cancelledLink,
      request: ({ accessToken, id }) => ({ accessToken, params: { id } }),
      expect: succeeds(z.looseObject({ status: z.literal('cancelled') })),
    }),
    rule({
      operation: 'paymentLinks.cancel',
      name: 'refuses to cancel twice',
      sandbox,
      arrange: cancelledLink,
      request: ({ accessToken, id }) => ({ accessToken, params: { id } }),
      expect: refusesSomehow(400),
    }),
  ],
};
