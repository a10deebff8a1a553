import { z } from 'zod';
import { cents } from '@/lib/astra';
import { assumptions } from '@/lib/astra/contract';
import { example } from '../example';
import { personWithCards } from '../stage/cards';
import {
  cardAndAccount,
  newCorrelationId,
  payment,
  paymentInstrumentIds,
  somePayment,
  startPayment,
  weeklyRoutine,
} from '../stage/money';
import { partnerBusiness, person } from '../stage/people';
import type { Stage } from '../stage/stage';
import { type ResourceCases, skips } from './resource-cases';
import { creationRules } from './routine-creation';
import { lifeRules } from './routine-life';
import { partyRules } from './routine-parties';
import { fromCard, nestedRules, toCard } from './routines-with-cards';

const amount_cents = cents(499);
const debit = { type: 'one-time', payment_type: 'debit', name: 'Conformance' } as const;

/** Two settlement accounts, and whose token may move money between them. */
async function bookEnds(stage: Stage): Promise<{ accessToken: string; ids: string[] }> {
  const ids = await paymentInstrumentIds(stage, 2);
  const { accessToken } = await partnerBusiness(stage);
  return { accessToken, ids };
}

export const routines: ResourceCases<'routines'> = {
  examples: {
    preview: example({
      arrange: personWithCards,
      request: (cards) => ({ accessToken: cards.accessToken, json: payment(cards) }),
      client: (astra, { accessToken, source, destination }) =>
        astra.routines.preview({
          accessToken,
          routine: { ...debit, amount_cents, source_id: source, destination_id: destination },
        }),
      answer: z
        .looseObject({ pull_amount: z.number(), push_amount: z.number() })
        .refine((fees) => fees.pull_amount >= fees.push_amount, 'must not give more than it takes'),
    }),
    create: example({
      arrange: personWithCards,
      request: (cards) => ({ accessToken: cards.accessToken, json: payment(cards) }),
      client: (astra, { accessToken, source, destination }) =>
        astra.routines.create({
          accessToken,
          routine: { ...debit, amount_cents, source_id: source, destination_id: destination },
        }),
      answer: z.looseObject({ amount: z.literal(4.99), type: z.literal('one-time') }),
    }),
    accountToCard: example({
      sandbox: skips.needsSwitch,
      arrange: cardAndAccount,
      request: (ends) => ({ accessToken: ends.accessToken, json: toCard(ends) }),
      client: (astra, { accessToken, userId, cardId, accountId }) =>
        astra.routines.accountToCard({
          accessToken,
          routine: {
            name: 'Conformance',
            amount_cents,
            settlement_mode: assumptions.settlementModes.gross,
            source: { id: accountId },
            destination: { id: cardId, user_id: userId },
            client_correlation_id: newCorrelationId(),
          },
        }),
    }),
    cardToAccount: example({
      sandbox: skips.needsSwitch,
      arrange: cardAndAccount,
      request: (ends) => ({ accessToken: ends.accessToken, json: fromCard(ends) }),
      client: (astra, { accessToken, userId, cardId, accountId }) =>
        astra.routines.cardToAccount({
          accessToken,
          routine: {
            name: 'Conformance',
            amount_cents,
            source: { id: cardId },
            destination: { id: accountId, user_id: userId },
            client_correlation_id: newCorrelationId(),
          },
        }),
    }),
    book: example({
      sandbox: { skip: 'needs the token of the partner’s own business user' },
      arrange: bookEnds,
      request: ({ accessToken, ids: [source_id = '', destination_id = ''] }) => ({
        accessToken,
        json: { name: 'Conformance', amount: 4.99, source_id, destination_id },
      }),
      client: (astra, { accessToken, ids: [source_id = '', destination_id = ''] }) =>
        astra.routines.book({
          accessToken,
          routine: { name: 'Conformance', amount_cents, source_id, destination_id },
        }),
    }),
    list: example({
      arrange: person,
      request: ({ accessToken }) => ({ accessToken }),
      client: (astra, { accessToken }) => astra.routines.list({ accessToken }).firstPage(),
      fill: async (stage) => {
        const cards = await personWithCards(stage);
        const first = await startPayment(stage, cards);
        const second = await startPayment(stage, cards);
        return { request: { accessToken: cards.accessToken }, oldestFirst: [first, second] };
      },
    }),
    get: example({
      arrange: somePayment,
      request: ({ accessToken, routineId }) => ({ accessToken, params: { id: routineId } }),
      client: (astra, { accessToken, routineId }) =>
        astra.routines.get({ accessToken, id: routineId }),
    }),
    update: example({
      arrange: weeklyRoutine,
      request: ({ accessToken, id }) => ({ accessToken, params: { id }, json: { name: 'Rent' } }),
      client: (astra, { accessToken, id }) =>
        astra.routines.update({ accessToken, id, changes: { name: 'Rent' } }),
      answer: z.looseObject({ name: z.literal('Rent') }),
    }),
    delete: example({
      arrange: weeklyRoutine,
      request: ({ accessToken, id }) => ({ accessToken, params: { id } }),
      client: (astra, { accessToken, id }) => astra.routines.delete({ accessToken, id }),
    }),
    listTransfers: example({
      arrange: somePayment,
      request: ({ accessToken, routineId }) => ({ accessToken, params: { id: routineId } }),
      client: (astra, { accessToken, routineId }) =>
        astra.routines.listTransfers({ accessToken, id: routineId }).firstPage(),
      answer: z.looseObject({ count: z.literal(1), transfers: z.array(z.unknown()).length(1) }),
    }),
  },
  rules: [...creationRules, ...partyRules, ...nestedRules, ...lifeRules],
};
