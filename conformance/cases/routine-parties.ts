import { z } from 'zod';
import { type Case, rule, type SandboxSkip } from '../case';
import { type Expectation, refusesField, succeeds } from '../expectation';
import {
  addCard,
  type CardPair,
  cardNumbers,
  flaggedCard,
  onlyEmulatorCards,
  otherCard,
  personWithCards,
} from '../stage/cards';
import { payment } from '../stage/money';
import { person } from '../stage/people';
import type { Stage } from '../stage/stage';
import { skips } from './resource-cases';

/** A rule about which cards may pay and be paid. */
const between = (
  name: string,
  arrange: (stage: Stage) => Promise<CardPair & { change?: object }>,
  expected: Expectation,
  sandbox?: SandboxSkip,
) =>
  rule({
    operation: 'routines.create',
    name,
    sandbox,
    arrange,
    request: ({ change = {}, ...cards }) => ({
      accessToken: cards.accessToken,
      json: payment(cards, change),
    }),
    expect: expected,
  });

async function from(stage: Stage, source: string): Promise<CardPair> {
  return { ...(await personWithCards(stage)), source };
}

async function toCardOfAnother(stage: Stage) {
  const { cardId, userId } = await otherCard(stage);
  const mine = await personWithCards(stage);
  return { ...mine, destination: cardId, change: { destination_user_id: userId } };
}

/** Between whom and which cards money may move. */
export const partyRules: readonly Case[] = [
  between(
    'names the token’s user as the receiver of a payment to oneself',
    personWithCards,
    succeeds(z.looseObject({ destination_user_id: z.string() })),
  ),
  between(
    'pays a card of another person who is named',
    toCardOfAnother,
    succeeds(),
    skips.needsSwitch,
  ),
  between(
    'refuses a card of another person who is not named',
    async (stage) => ({ ...(await toCardOfAnother(stage)), change: {} }),
    refusesField('destination_id', 'destination_user_id'),
  ),
  between(
    'takes money from the token’s own user only',
    async (stage) => from(stage, (await otherCard(stage)).cardId),
    refusesField('source_id'),
  ),
  between(
    'refuses a source that is no card or account',
    (stage) => from(stage, 'made-up'),
    refusesField('source_id'),
  ),
  between(
    'refuses a flagged card',
    async (stage) => from(stage, await flaggedCard(stage, await person(stage))),
    refusesField('source_id'),
    onlyEmulatorCards,
  ),
  between(
    'refuses to take money from a card that cannot pay',
    async (stage) => from(stage, await addCard(stage, await person(stage), cardNumbers.cannotPay)),
    refusesField('source_id'),
    onlyEmulatorCards,
  ),
  between(
    'refuses to put money on a card that cannot receive',
    async (stage) => ({
      ...(await personWithCards(stage)),
      destination: await addCard(stage, await person(stage), cardNumbers.cannotReceive),
    }),
    refusesField('destination_id'),
    onlyEmulatorCards,
  ),
];
