import { z } from 'zod';
import { assumptions } from '@/lib/astra/contract';
import { type Case, rule } from '../case';
import { refuses, refusesField, refusesSomehow, succeeds } from '../expectation';
import { cardNumbers, onlyEmulatorCards, personWithCards } from '../stage/cards';
import { endedRoutine, payment, somePayment, weeklyRoutine } from '../stage/money';
import { otherPerson, person } from '../stage/people';
import { make, type Stage } from '../stage/stage';
import { skips } from './resource-cases';

async function pausedRoutine(stage: Stage) {
  const { accessToken, id } = await weeklyRoutine(stage);
  const request = { accessToken, params: { id }, json: { active: false } };
  await make(stage, 'routines.update', request, z.unknown());
  return { accessToken, id };
}

async function routinesOnPage(stage: Stage, accessToken: string): Promise<number> {
  const schema = z.looseObject({ count: z.number() });
  const query = { [assumptions.pagination.sizeParameter]: assumptions.pagination.maximumSize };
  return (await make(stage, 'routines.list', { accessToken, query }, schema)).count;
}

/** What becomes of a routine, and what may be done to it. */
export const lifeRules: readonly Case[] = [
  rule({
    operation: 'routines.preview',
    name: 'is for debit cards only',
    arrange: personWithCards,
    request: (cards) => ({
      accessToken: cards.accessToken,
      json: payment(cards, { payment_type: 'ach' }),
    }),
    expect: refusesField('payment_type'),
  }),
  rule({
    operation: 'routines.list',
    name: 'shows no routine of a preview',
    arrange: async (stage) => {
      const cards = await personWithCards(stage);
      const { accessToken } = cards;
      const before = await routinesOnPage(stage, accessToken);
      await make(stage, 'routines.preview', { accessToken, json: payment(cards) }, z.unknown());
      return { accessToken, before };
    },
    request: ({ accessToken }) => ({
      accessToken,
      query: { [assumptions.pagination.sizeParameter]: assumptions.pagination.maximumSize },
    }),
    expect: ({ before }) => succeeds(z.looseObject({ count: z.literal(before) })),
  }),
  rule({
    operation: 'routines.book',
    name: 'is not for the token of a personal user',
    sandbox: skips.needsSwitch,
    arrange: person,
    request: ({ accessToken }) => ({
      accessToken,
      json: { name: 'Conformance', amount: 4.99, source_id: 'one', destination_id: 'other' },
    }),
    expect: refusesSomehow('refused'),
  }),
  rule({
    operation: 'routines.get',
    name: 'does not know the routine of somebody else',
    arrange: async (stage) => ({ ...(await somePayment(stage)), ...(await otherPerson(stage)) }),
    request: ({ accessToken, routineId }) => ({ accessToken, params: { id: routineId } }),
    expect: refuses(404),
  }),
  rule({
    operation: 'routines.get',
    name: 'is completed when its one transfer is',
    arrange: (stage) => endedRoutine(stage, cardNumbers.works),
    request: ({ accessToken, routineId }) => ({ accessToken, params: { id: routineId } }),
    expect: succeeds(z.looseObject({ status: z.literal('completed') })),
  }),
  rule({
    operation: 'routines.get',
    name: 'has failed when its one transfer has',
    sandbox: onlyEmulatorCards,
    arrange: (stage) => endedRoutine(stage, cardNumbers.hasNoFunds),
    request: ({ accessToken, routineId }) => ({ accessToken, params: { id: routineId } }),
    expect: succeeds(z.looseObject({ status: z.literal('failed') })),
  }),
  rule({
    operation: 'routines.get',
    name: 'is inactive while it is paused',
    arrange: pausedRoutine,
    request: ({ accessToken, id }) => ({ accessToken, params: { id } }),
    expect: succeeds(z.looseObject({ status: z.literal('inactive'), active: z.literal(false) })),
  }),
  rule({
    operation: 'routines.update',
    name: 'goes on with a paused routine',
    arrange: pausedRoutine,
    request: ({ accessToken, id }) => ({ accessToken, params: { id }, json: { active: true } }),
    expect: succeeds(z.looseObject({ active: z.literal(true) })),
  }),
  rule({
    operation: 'routines.update',
    name: 'cannot change the type',
    arrange: weeklyRoutine,
    request: ({ accessToken, id }) => ({
      accessToken,
      params: { id },
      json: { type: 'one-time' },
    }),
    expect: refusesField('type'),
  }),
  rule({
    operation: 'routines.update',
    name: 'refuses a field of another type',
    arrange: weeklyRoutine,
    request: ({ accessToken, id }) => ({
      accessToken,
      params: { id },
      json: { percent_of_balance: 10 },
    }),
    expect: refusesField('percent_of_balance'),
  }),
  rule({
    operation: 'routines.delete',
    name: 'is not for one-time routines',
    sandbox: onlyEmulatorCards,
    arrange: somePayment,
    request: ({ accessToken, routineId }) => ({ accessToken, params: { id: routineId } }),
    expect: refusesSomehow('refused'),
  }),
];
