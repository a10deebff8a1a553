import { type Failpoint, failpoints } from '@/lib/failpoints/failpoint';
import type { ConfirmedOrder } from '@/lib/payments/send/send-payment';
import { setReceiving } from '@/lib/people/set-receiving';
import { addBankAccountAtAstra, createAccount } from '../astra/accounts';
import type { Emulator } from '../astra/emulator';
import { addFault } from '../astra/faults';
import { cardNumbers, createAstraPerson } from '../astra/person';
import type { Chance } from '../chance';
import { addHeldAccount } from '../rows/held-accounts';
import { confirmedOrder } from '../rows/payments';
import { drawOrder, type Sender } from './draw-order';
import { type Way, ways } from './ways';

/** Processes that send at the same time. */
export const lanes = 4;
/** Forms that one process sends at once, each of another person. */
const formsAtOnce = 6;
const longestLagMs = 30_000;

/** Somebody whose routines Astra lists only after a while. */
export type Payer = Sender & { lagMs: number };

/** One form whose sender is killed at a line, and whose answer is lost in a way. */
export type Run = { line: Failpoint; way: Way; payer: Payer; form: ConfirmedOrder };

/** Forms that one process sends, and is killed with. */
export type Batch = {
  line: Failpoint;
  runs: readonly Run[];
  /** Whether the forms are also sent from another process at the same time. */
  hasSecondTab: boolean;
};

const sendLines = failpoints.filter((name) => !name.startsWith('settle.'));

/** Every line with every way, split into batches: for each lane its own, with payers of its own. */
export async function planRuns(emulator: Emulator, chance: Chance): Promise<Batch[][]> {
  const all = sendLines.flatMap((line) => split(chance).map((some) => ({ line, some })));
  const batches = chance.shuffled(all);
  const planned: Batch[][] = [];
  for (let lane = 0; lane < lanes; lane += 1) {
    const payers = await createPayers(emulator, chance);
    const own = batches.filter((_, place) => place % lanes === lane);
    planned.push(
      own.map(({ line, some }) => ({
        line,
        runs: pairs(payers, some).map(([payer, way]) => ({
          line,
          way,
          payer,
          form: newForm(payer, payers, chance),
        })),
        // Which tab wins is left to chance. Without one, the ways of this group surely come by the
        // line, which is come by when all goes well or when it does not.
        hasSecondTab: chance.isHeads() && some.every(({ fault }) => fault !== null),
      })),
    );
  }
  return planned;
}

function pairs<A, B>(some: readonly A[], others: readonly B[]): [A, B][] {
  return others.flatMap((other, place) => {
    const one = some[place];
    return one === undefined ? [] : [[one, other] satisfies [A, B]];
  });
}

/**
 * All ways in groups. Those that make a sender wait are together, so that only one waits, and so are
 * those whose answer arrives: some lines are come by in no other way.
 */
function split(chance: Chance): Way[][] {
  const slow = ways.filter(({ isSlow }) => isSlow);
  const arriving = ways.filter(({ arrives }) => arrives);
  const others = ways.filter(({ isSlow, arrives }) => !isSlow && !arrives);
  const ordered = [...slow, ...arriving, ...chance.shuffled(others)];
  return Array.from({ length: Math.ceil(ordered.length / formsAtOnce) }, (_, group) =>
    ordered.slice(group * formsAtOnce, (group + 1) * formsAtOnce),
  );
}

function createPayers(emulator: Emulator, chance: Chance): Promise<Payer[]> {
  const places = Array.from({ length: formsAtOnce }, (_, place) => place);
  return Promise.all(places.map((place) => createPayer(emulator, chance, place)));
}

async function createPayer(emulator: Emulator, chance: Chance, place: number): Promise<Payer> {
  const lagMs = place === 0 ? longestLagMs : chance.between(0, longestLagMs);
  const cards = [cardNumbers.works, cardNumbers.alsoWorks];
  const person = await createAstraPerson(emulator, { cards });
  const astraId = await addBankAccountAtAstra(emulator, person.bearer);
  const bankAccount = await createAccount(person.user.id, { astraId });
  const numbersAccount = await addHeldAccount(emulator, person);
  await setReceiving(person.user.id, { kind: 'card', id: person.cards[0]?.id ?? '' });
  await addFault(emulator, { kind: 'list_lag', on: '*', user: person.astraUserId, ms: lagMs });
  return { ...person, bankAccount, numbersAccount, lagMs };
}

function newForm(payer: Payer, payers: readonly Payer[], chance: Chance): ConfirmedOrder {
  const friend = payers[(payers.indexOf(payer) + 1) % payers.length] ?? payer;
  return confirmedOrder(payer, drawOrder(payer, friend, chance));
}
