import { z } from 'zod';
import { assumptions, transferOperations } from '@/lib/astra/contract';
import { rule } from '../case';
import { example } from '../example';
import { refuses, refusesField, succeeds } from '../expectation';
import { idsIn } from '../generated/list-cases';
import { someBatch } from '../stage/batch';
import { cardNumbers, onlyEmulatorCards, personWithCards } from '../stage/cards';
import { endedPayment, pendingPayment, somePayment, startedPayment } from '../stage/money';
import { otherPerson, person } from '../stage/people';
import { make, type Stage } from '../stage/stage';
import type { ResourceCases } from './resource-cases';

const everyTransfer = (is: z.ZodRawShape) =>
  succeeds(z.looseObject({ transfers: z.array(z.looseObject(is)).min(1) }));

async function cancelled(stage: Stage) {
  const pending = await pendingPayment(stage);
  const { accessToken, transferId: id } = pending;
  await make(stage, 'transfers.cancel', { accessToken, params: { id } }, z.unknown());
  return pending;
}

const refusedCancel = refuses(assumptions.refusedCancel.status);

export const transfers: ResourceCases<'transfers'> = {
  examples: {
    list: example({
      arrange: person,
      request: ({ accessToken }) => ({ accessToken }),
      client: (astra, { accessToken }) => astra.transfers.list({ accessToken }).firstPage(),
      fill: async (stage) => {
        const cards = await personWithCards(stage);
        const { transferId: first } = await startedPayment(stage, cards);
        const { transferId: second } = await startedPayment(stage, cards);
        return { request: { accessToken: cards.accessToken }, oldestFirst: [first, second] };
      },
    }),
    get: example({
      arrange: somePayment,
      request: ({ accessToken, transferId }) => ({ accessToken, params: { id: transferId } }),
      client: (astra, { accessToken, transferId }) =>
        astra.transfers.get({ accessToken, id: transferId }),
      answer: z.looseObject({ amount: z.literal(4.99), routine_id: z.string() }),
    }),
    listSegments: example({
      arrange: somePayment,
      request: ({ accessToken, transferId }) => ({ accessToken, params: { id: transferId } }),
      client: (astra, { accessToken, transferId }) =>
        astra.transfers.listSegments({ accessToken, id: transferId }).firstPage(),
      fill: async (stage) => {
        const { accessToken, transferId } = await somePayment(stage);
        const request = { accessToken, params: { id: transferId } };
        const { response, plural } = transferOperations.listSegments;
        const body = await make(stage, 'transfers.listSegments', request, response);
        // Nothing tells which leg came first: the pages have to agree with the list as a whole.
        return { request, oldestFirst: idsIn({ body }, plural).reverse() };
      },
    }),
    cancel: example({
      sandbox: onlyEmulatorCards,
      arrange: pendingPayment,
      request: ({ accessToken, transferId }) => ({ accessToken, params: { id: transferId } }),
      client: (astra, { accessToken, transferId }) =>
        astra.transfers.cancel({ accessToken, id: transferId }),
      answer: z.looseObject({ status: z.literal('cancelled') }),
    }),
    getBatch: example({
      sandbox: { skip: 'Astra makes one batch a day, of net-mode payments' },
      arrange: someBatch,
      request: (id) => ({ params: { id } }),
      client: (astra, id) => astra.transfers.getBatch(id),
    }),
  },
  rules: [
    rule({
      operation: 'transfers.list',
      name: 'shows one status when asked',
      sandbox: onlyEmulatorCards,
      arrange: pendingPayment,
      request: ({ accessToken }) => ({ accessToken, query: { status: 'pending' } }),
      expect: everyTransfer({ status: z.literal('pending') }),
    }),
    rule({
      operation: 'transfers.list',
      name: 'shows one source when asked',
      arrange: somePayment,
      request: ({ accessToken, source }) => ({ accessToken, query: { source_id: source } }),
      expect: ({ source }) => everyTransfer({ source_id: z.literal(source) }),
    }),
    rule({
      operation: 'transfers.list',
      name: 'refuses a status that does not exist',
      arrange: person,
      request: ({ accessToken }) => ({ accessToken, query: { status: 'lost' } }),
      expect: refusesField('status'),
    }),
    rule({
      operation: 'transfers.get',
      name: 'does not know the transfer of somebody else',
      arrange: async (stage) => ({ ...(await somePayment(stage)), ...(await otherPerson(stage)) }),
      request: ({ accessToken, transferId }) => ({ accessToken, params: { id: transferId } }),
      expect: refuses(404),
    }),
    rule({
      operation: 'transfers.get',
      name: 'is processed in the end',
      arrange: (stage) => endedPayment(stage, cardNumbers.works),
      request: ({ accessToken, transferId }) => ({ accessToken, params: { id: transferId } }),
      expect: succeeds(z.looseObject({ status: z.literal('processed') })),
    }),
    rule({
      operation: 'transfers.get',
      name: 'says why it failed',
      sandbox: onlyEmulatorCards,
      arrange: (stage) => endedPayment(stage, cardNumbers.hasNoFunds),
      request: ({ accessToken, transferId }) => ({ accessToken, params: { id: transferId } }),
      expect: succeeds(
        z.looseObject({
          status: z.literal('failed'),
          failure_reason: z.enum(assumptions.failureReasons),
        }),
      ),
    }),
    rule({
      operation: 'transfers.listSegments',
      name: 'shows the pull and the push of a payment between cards',
      arrange: somePayment,
      request: ({ accessToken, transferId }) => ({ accessToken, params: { id: transferId } }),
      expect: succeeds(
        z.looseObject({
          segments: z.array(z.looseObject({ type: z.enum(['pull', 'push']) })).length(2),
        }),
      ),
    }),
    rule({
      operation: 'transfers.cancel',
      name: 'refuses to cancel twice',
      sandbox: onlyEmulatorCards,
      arrange: cancelled,
      request: ({ accessToken, transferId }) => ({ accessToken, params: { id: transferId } }),
      expect: refusedCancel,
    }),
    rule({
      operation: 'transfers.cancel',
      name: 'refuses to cancel what was processed',
      arrange: (stage) => endedPayment(stage, cardNumbers.works),
      request: ({ accessToken, transferId }) => ({ accessToken, params: { id: transferId } }),
      expect: refusedCancel,
    }),
    rule({
      operation: 'routines.get',
      name: 'is cancelled with its one transfer',
      sandbox: onlyEmulatorCards,
      arrange: cancelled,
      request: ({ accessToken, routineId }) => ({ accessToken, params: { id: routineId } }),
      expect: succeeds(z.looseObject({ status: z.literal('cancelled') })),
    }),
  ],
};
