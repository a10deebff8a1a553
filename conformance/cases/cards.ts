import { z } from 'zod';
import { nothing, rule } from '../case';
import { example } from '../example';
import { type Expectation, refuses, refusesField, refusesSomehow, succeeds } from '../expectation';
import {
  addCard,
  cardBody,
  cardNumbers,
  flaggedCard,
  onlyEmulatorCards,
  otherCard,
  personWithCards,
} from '../stage/cards';
import { pendingPayment } from '../stage/money';
import { person } from '../stage/people';
import { make, type Stage } from '../stage/stage';
import { type ResourceCases, skips } from './resource-cases';

/** The bank numbers that the sandbox knows. */
const sandboxBins = '400000 400022 440393 460369 475833 498503 510805 520082 559430'.split(' ');

async function newCard(stage: Stage) {
  const owner = await person(stage);
  return { ...owner, id: await addCard(stage, owner) };
}

async function removedCard(stage: Stage) {
  const { accessToken, id } = await newCard(stage);
  await make(stage, 'cards.delete', { accessToken, params: { id } }, z.unknown());
  return { accessToken, id };
}

/** A rule about the details of a card. */
const details = (name: string, change: object, expected: Expectation) =>
  rule({
    operation: 'cards.create',
    name,
    arrange: person,
    request: ({ accessToken }) => ({ accessToken, json: cardBody(cardNumbers.works, change) }),
    expect: expected,
  });

const hidesNumber = z
  .looseObject({ first_six_digits: z.literal('400005'), last_four_digits: z.literal('5556') })
  .refine((body) => !JSON.stringify(body).includes(cardNumbers.works), 'must hide the number')
  .refine((body) => !('card_security_code' in body), 'must hide the security code');

const typedCard = { ...cardBody(), street_line_2: '' };

export const cards: ResourceCases<'cards'> = {
  examples: {
    getBin: example({
      arrange: nothing,
      request: () => ({ params: { bin: '400000' } }),
      client: (astra) => astra.cards.getBin('400000'),
      answer: z.looseObject({ bin: z.literal('400000') }),
    }),
    list: example({
      arrange: person,
      request: ({ accessToken }) => ({ accessToken }),
      client: (astra, { accessToken }) => astra.cards.list({ accessToken }).firstPage(),
      fill: async (stage) => {
        const { accessToken, id } = await newCard(stage);
        return { request: { accessToken }, oldestFirst: [id, (await newCard(stage)).id] };
      },
    }),
    create: example({
      arrange: person,
      request: ({ accessToken }) => ({ accessToken, json: cardBody() }),
      client: (astra, { accessToken }) => astra.cards.create({ accessToken, card: typedCard }),
      answer: hidesNumber,
    }),
    get: example({
      arrange: personWithCards,
      request: ({ accessToken, source }) => ({ accessToken, params: { id: source } }),
      client: (astra, { accessToken, source }) => astra.cards.get({ accessToken, id: source }),
      answer: hidesNumber,
    }),
    delete: example({
      arrange: newCard,
      request: ({ accessToken, id }) => ({ accessToken, params: { id } }),
      client: (astra, card) => astra.cards.delete(card),
    }),
    authDetails: example({
      sandbox: skips.needsSwitch,
      arrange: personWithCards,
      request: ({ accessToken, source }) => ({ accessToken, params: { id: source } }),
      client: (astra, { accessToken, source }) =>
        astra.cards.authDetails({ accessToken, id: source }),
    }),
  },
  rules: [
    ...sandboxBins.map((bin) =>
      rule({
        operation: 'cards.getBin',
        name: `knows ${bin} of the sandbox’s list`,
        arrange: nothing,
        request: () => ({ params: { bin } }),
        expect: succeeds(z.looseObject({ bin: z.literal(bin) })),
      }),
    ),
    details(
      'refuses a number with letters',
      { card_number: '400005665566555X' },
      refusesField('card_number'),
    ),
    details(
      'refuses a year of four digits',
      { expiration_date: '12/2040' },
      refusesField('expiration_date'),
    ),
    details(
      'refuses a card that has expired',
      { expiration_date: '01/20' },
      refusesField('expiration_date'),
    ),
    details(
      'refuses a security code of two digits',
      { card_security_code: '12' },
      refusesField('card_security_code'),
    ),
    details(
      'needs the street of the billing address',
      { street_line_1: undefined },
      refusesField('street_line_1'),
    ),
    details('refuses a state that is spelt out', { state: 'California' }, refusesField('state')),
    details(
      'refuses an issued card whose BIN is not registered',
      { added_by_user: false },
      refusesSomehow(400),
    ),
    details(
      'takes a card for an issued one unless told',
      { added_by_user: undefined },
      refusesSomehow(400),
    ),
    rule({
      operation: 'cards.create',
      name: 'is not there on the ordinary host',
      arrange: person,
      request: ({ accessToken }) => ({ accessToken, host: 'api', json: {} }),
      expect: refuses(405),
    }),
    rule({
      operation: 'cards.get',
      name: 'does not know the card of somebody else',
      arrange: async (stage) => ({ ...(await otherCard(stage)), ...(await person(stage)) }),
      request: ({ accessToken, cardId }) => ({ accessToken, params: { id: cardId } }),
      expect: refuses(404),
    }),
    rule({
      operation: 'cards.delete',
      name: 'does not delete the card of somebody else',
      arrange: async (stage) => ({ ...(await otherCard(stage)), ...(await person(stage)) }),
      request: ({ accessToken, cardId }) => ({ accessToken, params: { id: cardId } }),
      expect: refuses(404),
    }),
    rule({
      operation: 'cards.delete',
      name: 'keeps a card while a payment needs it',
      sandbox: onlyEmulatorCards,
      arrange: pendingPayment,
      request: ({ accessToken, source }) => ({ accessToken, params: { id: source } }),
      expect: refusesSomehow('refused'),
    }),
    rule({
      operation: 'cards.get',
      name: 'shows a deleted card as removed',
      arrange: removedCard,
      request: ({ accessToken, id }) => ({ accessToken, params: { id } }),
      expect: succeeds(z.looseObject({ status: z.literal('removed'), removed: z.literal(true) })),
    }),
    rule({
      operation: 'cards.get',
      name: 'shows what a review has flagged',
      sandbox: onlyEmulatorCards,
      arrange: async (stage) => {
        const owner = await person(stage);
        return { ...owner, id: await flaggedCard(stage, owner) };
      },
      request: ({ accessToken, id }) => ({ accessToken, params: { id } }),
      expect: succeeds(z.looseObject({ status: z.literal('flagged') })),
    }),
  ],
};
