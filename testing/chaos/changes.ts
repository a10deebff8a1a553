import { z } from 'zod';
import { controlEmulator } from '../astra/control';
import type { Emulator } from '../astra/emulator';
import { addCardAtAstra, cardNumbers } from '../astra/person';
import { pressInConsole } from '../astra/press-in-console';
import type { Chance } from '../chance';
import type { Resident } from './residents';

/** Something that happens at Astra, and the events that tell of it. */
export type Change = {
  name: string;
  events: number;
  isPossible: (resident: Resident) => boolean;
  make: (emulator: Emulator, resident: Resident) => Promise<void>;
};

const started = z.object({ transfer: z.string() });
const opened = z.object({ opened: z.string() });

const newCards = [cardNumbers.works, cardNumbers.noPull, cardNumbers.insufficientFunds];

export const changes: readonly Change[] = [
  {
    name: 'a card is flagged, or approved again',
    events: 1,
    isPossible: () => true,
    make: async (emulator, resident) => {
      const button = resident.isFlagged ? 'approve' : 'flag';
      await pressInConsole(emulator, 'cards', resident.spareCardId, button);
      resident.isFlagged = !resident.isFlagged;
    },
  },
  {
    name: 'a card is added',
    events: 1,
    isPossible: ({ isSuspended }) => !isSuspended,
    make: async (emulator, { bearer, pending }) => {
      const number = newCards[pending.length % newCards.length] ?? cardNumbers.works;
      await addCardAtAstra(emulator, bearer, number);
    },
  },
  {
    name: 'somebody may do less, or everything again',
    events: 1,
    isPossible: ({ isPayer }) => !isPayer,
    make: async (emulator, resident) => {
      const name = resident.isLowered ? 'capabilities restore' : 'capabilities lower';
      await controlEmulator(emulator, name, { user: resident.astraUserId });
      resident.isLowered = !resident.isLowered;
    },
  },
  {
    name: 'somebody is suspended with their routine, or comes back',
    events: 2,
    isPossible: ({ isPayer }) => !isPayer,
    make: async (emulator, resident) => {
      const button = resident.isSuspended ? 'approve' : 'suspend';
      await pressInConsole(emulator, 'people', resident.astraUserId, button);
      resident.isSuspended = !resident.isSuspended;
    },
  },
  {
    name: 'a bank shuts Astra out, or lets it in again',
    // Nobody is told of accounts.
    events: 0,
    isPossible: () => true,
    make: async (emulator, resident) => {
      const button = resident.isBroken ? 'mend' : 'break';
      await pressInConsole(emulator, 'accounts', resident.accountId, button);
      resident.isBroken = !resident.isBroken;
    },
  },
  {
    name: 'a transfer begins',
    events: 1,
    isPossible: ({ isSuspended }) => !isSuspended,
    make: async (emulator, { routineId, pending }) => {
      const answer = await controlEmulator(emulator, 'routine run', { id: routineId });
      pending.push(started.parse(answer).transfer);
    },
  },
  {
    name: 'a transfer is processed',
    events: 1,
    isPossible: ({ pending }) => pending.length > 0,
    make: async (emulator, { pending, processed }) => {
      const id = pending.shift() ?? '';
      await controlEmulator(emulator, 'transfer settle', { id });
      processed.push(id);
    },
  },
  {
    name: 'a transfer fails',
    events: 1,
    isPossible: ({ pending }) => pending.length > 0,
    make: async (emulator, { pending }) => {
      await controlEmulator(emulator, 'transfer fail', { id: pending.pop() ?? '' });
    },
  },
  {
    name: 'a payment is disputed',
    events: 1,
    isPossible: ({ processed }) => processed.length > 0,
    make: async (emulator, { processed, disputes }) => {
      const transfer = processed.shift() ?? '';
      const answer = await controlEmulator(emulator, 'chargeback open', { id: transfer });
      disputes.push(opened.parse(answer).opened);
    },
  },
  {
    name: 'a dispute is decided',
    events: 1,
    isPossible: ({ disputes }) => disputes.length > 0,
    make: async (emulator, { disputes }) => {
      const id = disputes.shift() ?? '';
      const outcome = disputes.length % 2 === 0 ? 'won' : 'lost';
      await controlEmulator(emulator, 'chargeback decide', { id, for: outcome });
    },
  },
];

/** Those that an event tells of. */
export const toldChanges = changes.filter(({ events }) => events > 0);

/**
 * Makes changes at Astra until they have caused so many events, one after the other.
 *
 * @param kinds which of them it draws from.
 * @returns how many changes and events there were.
 */
export async function makeChanges(
  emulator: Emulator,
  residents: readonly Resident[],
  chance: Chance,
  atLeast: { events: number } | { changes: number },
  kinds = changes,
): Promise<{ changes: number; events: number }> {
  const made = { changes: 0, events: 0 };
  const isEnough = () =>
    'events' in atLeast ? made.events >= atLeast.events : made.changes >= atLeast.changes;
  while (!isEnough()) {
    const resident = chance.pick(residents);
    const change = chance.pick(kinds.filter(({ isPossible }) => isPossible(resident)));
    await change.make(emulator, resident);
    made.changes += 1;
    made.events += change.events;
  }
  return made;
}
