import { getAccessToken } from '@/lib/tokens/get-access-token';
import { addBankAccountAtAstra } from '../astra/accounts';
import type { Emulator } from '../astra/emulator';
import { type AstraPerson, addCardAtAstra, cardNumbers, createAstraPerson } from '../astra/person';
import { createRoutineAtAstra } from '../astra/routines';

/** Somebody connected here, and how everything of theirs stands at Astra. */
export type Resident = AstraPerson & {
  /** Nothing happens to those who pay that would keep them from it. */
  isPayer: boolean;
  spareCardId: string;
  accountId: string;
  /** A weekly routine whose transfers stay pending until they are told to end. */
  routineId: string;
  isFlagged: boolean;
  isLowered: boolean;
  isSuspended: boolean;
  isBroken: boolean;
  pending: string[];
  processed: string[];
  disputes: string[];
};

const spareCard = '5108050000007075';
/** More would keep each other waiting. */
const atOnce = 4;

/** So many people with two cards that are known here, and much that is not yet. */
export async function createResidents(emulator: Emulator, count: number): Promise<Resident[]> {
  const residents: Resident[] = [];
  while (residents.length < count) {
    const places = Array.from({ length: Math.min(atOnce, count - residents.length) }, (_, n) => n);
    residents.push(
      ...(await Promise.all(places.map((n) => createResident(emulator, n % 2 === 0)))),
    );
  }
  return residents;
}

async function createResident(emulator: Emulator, isPayer: boolean): Promise<Resident> {
  const person = await createAstraPerson(emulator, {
    cards: [cardNumbers.works, cardNumbers.alsoWorks],
  });
  const waitingCardId = await addCardAtAstra(emulator, person.bearer, cardNumbers.waiting);
  const plan = { source: waitingCardId, destination: person.cards[0]?.astraId ?? '' };
  return {
    ...person,
    isPayer,
    spareCardId: await addCardAtAstra(emulator, person.bearer, spareCard),
    accountId: await addBankAccountAtAstra(emulator, person.bearer),
    routineId: await createRoutineAtAstra(emulator, person, plan),
    isFlagged: false,
    isLowered: false,
    isSuspended: false,
    isBroken: false,
    pending: [],
    processed: [],
    disputes: [],
  };
}

/** Gives people at Astra the tokens that the app has for them by now. */
export async function renewBearers(residents: readonly Resident[]): Promise<void> {
  for (const resident of residents) {
    const { accessToken } = await getAccessToken(resident.user.id);
    resident.bearer = `Bearer ${accessToken}`;
  }
}
