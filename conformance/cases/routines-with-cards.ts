import { z } from 'zod';
import { assumptions, nestedRoutine } from '@/lib/astra/contract';
import { type Case, rule } from '../case';
import { type Expectation, refusesField, refusesSomehow, succeeds } from '../expectation';
import { cardAndAccount, newCorrelationId } from '../stage/money';
import { make, type Stage } from '../stage/stage';
import { skips } from './resource-cases';

const { gross, net } = assumptions.settlementModes;

type Ends = { userId: string; cardId: string; accountId: string };

/** From a card to an account. */
export function fromCard({ userId, cardId, accountId }: Ends, change: object = {}) {
  return {
    name: 'Conformance',
    amount: 20,
    source: { id: cardId },
    destination: { id: accountId, user_id: userId },
    client_correlation_id: newCorrelationId(),
    ...change,
  };
}

/** From an account to a card, each payment debited by itself. */
export function toCard({ userId, cardId, accountId }: Ends, change: object = {}) {
  return {
    name: 'Conformance',
    amount: 20,
    settlement_mode: gross,
    source: { id: accountId },
    destination: { id: cardId, user_id: userId },
    client_correlation_id: newCorrelationId(),
    ...change,
  };
}

const bodies = { 'routines.cardToAccount': fromCard, 'routines.accountToCard': toCard } as const;

const about = (
  operation: keyof typeof bodies,
  name: string,
  change: object,
  expected: Expectation,
) =>
  rule({
    operation,
    name,
    sandbox: skips.needsSwitch,
    arrange: cardAndAccount,
    request: (ends) => ({ accessToken: ends.accessToken, json: bodies[operation](ends, change) }),
    expect: expected,
  });

/** A payment whose reference is then used again. */
const reused = (operation: keyof typeof bodies) =>
  rule({
    operation,
    name: 'takes a reference once',
    sandbox: skips.needsSwitch,
    arrange: async (stage: Stage) => {
      const ends = await cardAndAccount(stage);
      const request = { accessToken: ends.accessToken, json: bodies[operation](ends) };
      await make(stage, operation, request, nestedRoutine);
      return request;
    },
    request: (request) => request,
    expect: refusesSomehow(400),
  });

const nestedEnds = z.looseObject({
  source: z.looseObject({ id: z.string() }),
  destination: z.looseObject({ id: z.string(), user_id: z.string() }),
});

const reference = (client_correlation_id: string | undefined) => ({ client_correlation_id });

/** The two routines with a card at one end and an account at the other. */
export const nestedRules: readonly Case[] = [
  ...(['routines.cardToAccount', 'routines.accountToCard'] as const).flatMap((operation) => [
    about(operation, 'names its ends in objects', {}, succeeds(nestedEnds)),
    about(
      operation,
      'needs a reference',
      reference(undefined),
      refusesField('client_correlation_id'),
    ),
    about(
      operation,
      'refuses a reference of seven characters',
      reference('ABC1234'),
      refusesField('client_correlation_id'),
    ),
    about(
      operation,
      'refuses a reference of nine characters',
      reference('ABCD12345'),
      refusesField('client_correlation_id'),
    ),
    about(operation, 'refuses an amount of nothing', { amount: 0 }, refusesField('amount')),
    about(
      operation,
      'refuses ends that are not objects',
      { source: 'made-up' },
      refusesField('source'),
    ),
    reused(operation),
  ]),
  about(
    'routines.accountToCard',
    'needs no reference where the partner’s reserve pays',
    { settlement_mode: net, client_correlation_id: undefined },
    succeeds(nestedEnds),
  ),
  about(
    'routines.accountToCard',
    'refuses a settlement mode that does not exist',
    { settlement_mode: 'later' },
    refusesField('settlement_mode'),
  ),
];
