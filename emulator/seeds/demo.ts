import { pacificDay } from '../contract';
import { addAccount } from '../engine/accounts';
import { keepBusinessProfile, userForBusiness } from '../engine/businesses';
import { addCard } from '../engine/cards';
import { cancelTransfer } from '../engine/end-transfer';
import { createIntent, userForPhone } from '../engine/identity';
import { createRoutine, plainCardPayment } from '../engine/routines';
import { clientInstitution, institutions } from '../rules/institutions';
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

/** Businesses by name and the end of their phone number; the second one must show a document. */
const businesses = [
  ['Engines LLC', '7771011'],
  ['Document Engines LLC', '7771012'],
] as const;

/** What each person pays from, in turn: most of it works. The last one waits for you. */
const sources = [
  '4000056655665556',
  '5108050000007075',
  '4403930000003031',
  '4603690000004045',
  '4758330000005055',
] as const;
const [bank = clientInstitution] = institutions;
const destination = '4242424242424242';
const waiting = '4000220000009098';

/** Three people who have been customers for a month, with a bank account each, and two businesses. */
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
      const routine = createRoutine(world, {
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
      if (turn === transferCount - 1) cancelLatest(world, routine.id);
    }
    for (const name of businesses) addBusiness(world, name);
  });
}

/** A payment that somebody thought better of. */
function cancelLatest(world: World, routineId: string): void {
  const transfer = world.store.transfers.latest('routine', routineId);
  if (transfer?.status === 'pending') cancelTransfer(world, transfer);
}

/** A business whose person has proven the phone; people review it as ever. */
function addBusiness(world: World, [name, phone]: (typeof businesses)[number]): void {
  const address = { address1: '1 Market St', city: 'Reno', state: 'NV', postal_code: '89501' };
  const person = {
    first_name: 'Ada',
    last_name: 'Byron',
    email: `owner${phone}@example.com`,
    date_of_birth: '1980-12-10',
    ...address,
  };
  const profile = keepBusinessProfile(world, {
    phone: `+1555${phone}`,
    business_info: { business_type: 'llc', business_name: name, ...address },
    business_admin: person,
    business_controller: { ...person, title: 'Owner' },
  });
  userForBusiness(world, profile);
}

function walletOf(world: World, profile: Profile) {
  const intent = world.store.intents.latest('email', profile.email);
  const user = userForPhone(world, profile.phone, intent);
  if (user === undefined) throw new Error('The seed has no user.');
  world.store.users.put({ ...user, authorized: true });
  const add = (number: string) => addCard(world, user.id, cardOf(profile, number)).id;
  addAccount(world, user.id, {
    number: '1111222233330000',
    routingNumber: bank.routingNumber,
    name: 'Everyday',
    subtype: 'checking',
    institutionId: bank.id,
    institutionName: bank.name,
    madeBy: 'hosted',
  });
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
