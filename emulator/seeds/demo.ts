import { pacificDay } from '../contract';
import { addCard } from '../engine/cards';
import { createIntent, userForPhone } from '../engine/identity';
import { createRoutine, plainCardPayment } from '../engine/routines';
import type { Profile } from '../state/rows';
import type { World } from '../world';
import { makePast } from './past';

const days = 30;
const dayMs = 86_400_000;
const transferCount = 40;

/** People by first name, last name and the end of their phone number. */
const people = [
  ['Edmund', 'Hillary', '7771001'],
  ['Amelia', 'Earhart', '7771002'],
  ['Matthew', 'Henson', '7771003'],
] as const;

/** What each person pays from, in turn: most of it works. The last one waits for you. */
const sources = [
  '4000056655665556',
  '5108050000007075',
  '4403930000003031',
  '4603690000004045',
  '4758330000005055',
] as const;
const destination = '4242424242424242';
const waiting = '4000220000009098';

/** Three people who have been customers for a month. */
export function plantDemo(world: World): void {
  makePast(world, days, (pass) => {
    const wallets = people.map(([firstName, lastName, number]) => {
      const profile = profileOf(firstName, lastName, number);
      createIntent(world, profile, 'approved');
      pass(dayMs / 4);
      return walletOf(world, profile);
    });
    const gapMs = ((days - 2) * dayMs) / transferCount;
    for (let turn = 0; turn < transferCount; turn += 1) {
      const wallet = wallets[turn % wallets.length];
      const isLast = turn >= transferCount - wallets.length;
      const sourceId = isLast ? wallet?.waitingId : wallet?.sourceIds[turn % sources.length];
      if (wallet === undefined || sourceId === undefined) continue;
      createRoutine(world, {
        ...plainCardPayment,
        userId: wallet.userId,
        name: `Payment ${turn + 1}`,
        sourceId,
        destinationId: wallet.destinationId,
        destinationUserId: wallet.userId,
        amountCents: 499 + turn * 250,
        startDate: pacificDay(world.clock.now()),
        clientCorrelationId: null,
      });
      pass(gapMs);
    }
  });
}

function walletOf(world: World, profile: Profile) {
  const intent = world.store.intents.latest('email', profile.email);
  const user = userForPhone(world, profile.phone, intent);
  if (user === undefined) throw new Error('The seed has no user.');
  world.store.users.put({ ...user, authorized: true });
  const add = (number: string) => addCard(world, user.id, cardOf(profile, number)).id;
  return {
    userId: user.id,
    sourceIds: sources.map(add),
    waitingId: add(waiting),
    destinationId: add(destination),
  };
}

function profileOf(firstName: string, lastName: string, number: string): Profile {
  return {
    email: `${firstName.toLowerCase()}@example.com`,
    phone: `+1555${number}`,
    firstName,
    lastName,
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
  };
}

function cardOf(profile: Profile, number: string) {
  return {
    number,
    expirationDate: '12/40',
    firstName: profile.firstName,
    lastName: profile.lastName,
    street1: profile.address1,
    street2: '',
    city: profile.city,
    state: profile.state,
    zipCode: profile.postalCode,
    addedByUser: true,
  };
}
