import { plainCardPayment } from '../../../emulator/engine/routines';
import { createRandom } from '../../../emulator/random';
import { readOrCreateClient } from '../../../emulator/state/client';
import type { CardRow, UserRow } from '../../../emulator/state/rows';
import type { RoutineRow, TransferRow } from '../../../emulator/state/rows-money';
import { Store } from '../../../emulator/state/store';

const dayMs = 24 * 3_600_000;
/** From one payment to the next. */
const betweenMs = 1_234;
const settlementMs = 5_000;
/** Half of all transfers are one person's, the others are spread over so many. */
const otherPeople = 100;

/** Whom to ask about in a filled world. */
export type FilledWorld = {
  /** The `authorization` header of the person with the most transfers. */
  readonly authorization: string;
  readonly cardIds: readonly [string, string];
  /** A few of the person's transfers, from all over their list. */
  readonly transferIds: readonly string[];
};

/**
 * Writes a world of people, each with two cards and the payments between them, into an empty folder
 * for an emulator to start on. The rows are what the API would have left there.
 */
export function fillWorld(dataDir: string, transfers: number): FilledWorld {
  const random = createRandom();
  const { clientId } = readOrCreateClient(dataDir);
  const store = new Store();
  store.open(dataDir);
  const nowMs = Date.now();
  const token = random.alphanumeric(42);
  const person = addPerson(0);
  const others = Array.from({ length: otherPeople }, (_, index) => addPerson(index + 1));
  const transferIds: string[] = [];
  for (let index = 0; index < transfers; index += 1) {
    const isMain = index % 2 === 0;
    const payer = isMain ? person : (others[(index >> 1) % otherPeople] ?? person);
    const routine = routineOf(random.uuid(), payer, nowMs - (transfers - index) * betweenMs);
    const transfer = transferOf(random.uuid(), routine);
    store.transaction(() => {
      store.routines.put(routine);
      store.transfers.put(transfer);
    });
    // The middle of each tenth: as many different rows are read in a small world as in a large one.
    const tenth = Math.ceil(transfers / 10);
    if (index % tenth === tenth >> 1) transferIds.push(transfer.id);
  }
  store.transaction(() =>
    store.accessTokens.put({ id: token, clientId, userId: person.id, expiresMs: nowMs + dayMs }),
  );
  store.close();
  return { authorization: `Bearer ${token}`, cardIds: person.cardIds, transferIds };

  function addPerson(index: number): Person {
    const user = userOf(random.hex(32), index, nowMs);
    const cards = [random.uuid(), random.uuid()] as const;
    store.transaction(() => {
      store.users.put(user);
      for (const id of cards) store.cards.put(cardOf(id, user.id, nowMs));
    });
    return { id: user.id, cardIds: cards };
  }
}

/** $123.45. */
const amountCents = 12_345;

type Person = { readonly id: string; readonly cardIds: readonly [string, string] };

function userOf(id: string, index: number, createdMs: number): UserRow {
  return {
    id,
    status: 'approved',
    documentUnderReview: false,
    authorized: true,
    email: `person${index}@example.com`,
    phone: `+1555${String(index).padStart(7, '0')}`,
    firstName: 'Edmund',
    lastName: 'Hillary',
    preferredFirstName: null,
    preferredLastName: null,
    preferredPronouns: null,
    address1: '123 Astra Ave',
    address2: '',
    city: 'Palo Alto',
    state: 'CA',
    postalCode: '94304',
    kycType: 'verified',
    metadata: null,
    createdMs,
    history: [{ status: 'approved', atMs: createdMs }],
  };
}

function cardOf(id: string, userId: string, createdMs: number): CardRow {
  return {
    id,
    userId,
    status: 'approved',
    company: 'Visa',
    type: 'debit',
    expirationDate: '12/40',
    firstSix: '400005',
    lastFour: '5556',
    firstName: 'Edmund',
    lastName: 'Hillary',
    street1: '123 Astra Ave',
    street2: '',
    city: 'Palo Alto',
    state: 'CA',
    zipCode: '94304',
    pullEnabled: true,
    pushEnabled: true,
    addedByUser: true,
    reviewOutcome: null,
    debitFailure: null,
    createdMs,
    history: [{ status: 'approved', atMs: createdMs }],
  };
}

function routineOf(id: string, payer: Person, createdMs: number): RoutineRow {
  return {
    id,
    ...plainCardPayment,
    userId: payer.id,
    name: 'Rent',
    sourceId: payer.cardIds[0],
    destinationId: payer.cardIds[1],
    destinationUserId: payer.id,
    amountCents,
    startDate: new Date(createdMs).toISOString().slice(0, 10),
    clientCorrelationId: null,
    active: false,
    status: 'completed',
    nextRunMs: null,
    lastRunDay: null,
    runs: 1,
    createdMs,
    history: [
      { status: 'active', atMs: createdMs },
      { status: 'completed', atMs: createdMs },
    ],
  };
}

function transferOf(id: string, routine: RoutineRow): TransferRow {
  const atMs = routine.createdMs;
  return {
    id,
    userId: routine.userId,
    routineId: routine.id,
    routineType: routine.type,
    routineName: routine.name,
    clientCorrelationId: routine.clientCorrelationId,
    sourceId: routine.sourceId,
    destinationId: routine.destinationId,
    destinationUserId: routine.destinationUserId,
    amountCents,
    feeCents: 0,
    flow: routine.flow,
    cancelBeforeMs: null,
    batchDay: null,
    batchId: null,
    chargebackId: null,
    paymentType: routine.paymentType,
    status: 'processed',
    failureReason: null,
    initiatedMs: atMs,
    updatedMs: atMs + settlementMs,
    estimatedClearingMs: atMs + settlementMs,
    history: [
      { status: 'pending', atMs },
      { status: 'processed', atMs: atMs + settlementMs },
    ],
  };
}
