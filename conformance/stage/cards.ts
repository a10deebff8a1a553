import type { z } from 'zod';
import { card } from '@/lib/astra/contract';
import { otherPerson, type Person, person } from './people';
import { make, makeId, once, type Stage } from './stage';
import { until } from './until';

/** Card numbers and what they do. The first was used at the real sandbox; see each case's skip. */
export const cardNumbers = {
  works: '4000056655665556',
  alsoWorks: '4242424242424242',
  isFlagged: '4000000000001018',
  cannotPay: '4000000000001117',
  cannotReceive: '4000220000002226',
  hasNoFunds: '4603690000004045',
  /** Payments from it stay pending for as long as nobody settles them by hand. */
  staysPending: '4000220000009098',
} as const;

export const onlyEmulatorCards = {
  skip: 'needs a card number whose behaviour only the emulator promises',
};

/** A card as it is sent to the secure host. */
export function cardBody(number: string = cardNumbers.works, change: object = {}) {
  return {
    card_number: number,
    card_security_code: '123',
    expiration_date: '12/40',
    first_name: 'Edmund',
    last_name: 'Hillary',
    street_line_1: '123 Astra Ave',
    city: 'Palo Alto',
    state: 'CA',
    zip_code: '94304',
    added_by_user: true,
    ...change,
  };
}

/** Adds a card to somebody. @returns its id. */
export function addCard(
  stage: Stage,
  { accessToken }: Person,
  number: string = cardNumbers.works,
): Promise<string> {
  return makeId(stage, 'cards.create', { accessToken, json: cardBody(number) });
}

export type CardPair = Person & { source: string; destination: string };

/** The person of most cases, with two cards that work and stay. */
export const personWithCards = once(async (stage): Promise<CardPair> => {
  const owner = await person(stage);
  const source = await addCard(stage, owner, cardNumbers.works);
  const destination = await addCard(stage, owner, cardNumbers.alsoWorks);
  return { ...owner, source, destination };
});

/** A card of somebody else. */
export const otherCard = once(async (stage) => {
  const owner = await otherPerson(stage);
  return { ...owner, cardId: await addCard(stage, owner) };
});

/** A card after its review. */
export async function flaggedCard(stage: Stage, owner: Person): Promise<string> {
  const id = await addCard(stage, owner, cardNumbers.isFlagged);
  await until(stage, 'the review of a card', async () => {
    const read = await readCard(stage, owner, id);
    return read.status === 'flagged' ? read : undefined;
  });
  return id;
}

function readCard(
  stage: Stage,
  { accessToken }: Person,
  id: string,
): Promise<z.output<typeof card>> {
  return make(stage, 'cards.get', { accessToken, params: { id } }, card);
}
