import { z } from 'zod';
import { apiRouter } from '../api/routes';
import { paces } from '../clock/pace';
import { Scheduler } from '../clock/scheduler';
import { webhookEvent } from '../contract';
import { addCard } from '../engine/cards';
import { setUpInstruments } from '../engine/instruments';
import { ledgerImbalance, recountLedger } from '../engine/ledger';
import { taskHandlers } from '../engine/tasks';
import { createFaults } from '../faults/faults';
import { kindNamed } from '../faults/kinds';
import { createRandom } from '../random';
import { behaviourOfAccount } from '../rules/test-accounts';
import { noForm } from '../server/body';
import { Problem } from '../server/problem';
import { RecentChanges } from '../state/recent-changes';
import type { UserRow } from '../state/rows';
import type { AccountRow } from '../state/rows-accounts';
import { Store } from '../state/store';
import { BalanceAsker } from '../webhooks/balance-asker';
import { Deliverer } from '../webhooks/deliver';
import type { World } from '../world';
import { handClock } from './hand-clock';
import { cardFields } from './person';

type Options = { start?: string; pace?: keyof typeof paces; dataDir?: string } & Partial<
  Pick<World, 'feeMode' | 'peerToPeer'>
>;

/** An answer of the API: its status, and its body. */
type Answer = { status: number; body: Record<string, unknown>; id: string };

/**
 * A world without ports, and without files unless it is given a folder, whose clock a test moves by hand. Every answer is checked
 * against the contract, and after every change the ledger must add up.
 */
export function moneyWorld({
  start = '2026-11-23T14:00:00Z',
  pace = 'real',
  dataDir,
  ...rest
}: Options = {}) {
  const { clock, moveTo } = handClock(start);
  const store = new Store();
  if (dataDir !== undefined) store.open(dataDir);
  const random = createRandom();
  const faults: unknown[] = [];
  const world: World = {
    store,
    clock,
    random,
    scheduler: new Scheduler(store, clock, random, (error) => void faults.push(error)),
    pace: paces[pace],
    client: {
      clientId: 'client',
      clientSecret: 'secret',
      oldSecret: null,
      signingSecret: 'secret',
    },
    clientName: 'Partner',
    faults: createFaults(kindNamed),
    recent: new RecentChanges(store, clock),
    strict: true,
    feeMode: 'additive',
    peerToPeer: true,
    places: { hostedUrl: 'http://127.0.0.1:4012' },
    redirectUris: [],
    webhookUrl: '',
    balanceUrl: '',
    log: () => {},
    ...rest,
  };
  store.transaction(() => setUpInstruments(world));
  store.checkBeforeCommit(() => ledgerImbalance(world) ?? recountLedger(world));
  const handlers = taskHandlers(world, new Deliverer(world), new BalanceAsker(world));
  world.scheduler.start((kind, subject) => handlers[kind](subject));
  const router = apiRouter(world, 'api');
  const call = (method: string, target: string, auth: string, json?: unknown): Answer => {
    const [path = '', query = ''] = target.split('?');
    try {
      const { handler, params } = router.match(method, path);
      const body = Buffer.from(json === undefined ? '' : JSON.stringify(json));
      const headers = { authorization: auth };
      const reply = store.transaction(() =>
        handler({
          id: '',
          method,
          path,
          query: new URLSearchParams(query),
          params,
          headers,
          body,
          form: noForm,
          remoteAddress: '127.0.0.1',
          hints: new Map(),
        }),
      );
      return answerOf(reply.status, reply.body === '' ? {} : JSON.parse(String(reply.body)));
    } catch (error) {
      if (error instanceof Problem) return answerOf(error.status, error.body);
      throw error;
    }
  };
  return {
    world,
    call,
    /** Moves the clock, and fails if anything on the way did. */
    moveTo: (iso: string) => {
      moveTo(iso);
      if (faults.length > 0) throw new Error(`On the way: ${faults.map(String).join('\n')}`);
    },
    basic: `Basic ${Buffer.from('client:secret').toString('base64')}`,
    inTransaction: <T>(work: () => T): T => store.transaction(work),
    /** The webhooks so far, oldest first, those about `resourceId` when it is given. */
    webhooks: (resourceId?: string) =>
      store.deliveries
        .all()
        .map((row) => webhookEvent.parse(JSON.parse(row.body)))
        .filter((event) => resourceId === undefined || event.resource_id === resourceId)
        .map((event) => event.webhook_type)
        .reverse(),
  };
}

export type MoneyWorld = ReturnType<typeof moneyWorld>;

function answerOf(status: number, value: unknown): Answer {
  const body = z.record(z.string(), z.unknown()).parse(value);
  return { status, body, id: typeof body['id'] === 'string' ? body['id'] : '' };
}

let people = 0;

/** Somebody approved, with a token that does not end. */
export function addPerson({ world, inTransaction }: MoneyWorld, change: Partial<UserRow> = {}) {
  people += 1;
  const user = inTransaction(() =>
    world.store.users.put({
      id: `user${people}`,
      email: `person${people}@example.com`,
      phone: `+1555000${String(people).padStart(4, '0')}`,
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
      status: 'approved',
      documentUnderReview: false,
      authorized: true,
      createdMs: 0,
      history: [],
      ...change,
    }),
  );
  const token = `token-${user.id}`;
  inTransaction(() =>
    world.store.accessTokens.put({
      id: token,
      clientId: world.client.clientId,
      userId: user.id,
      expiresMs: Number.POSITIVE_INFINITY,
    }),
  );
  return { userId: user.id, auth: `Bearer ${token}` };
}

/** A bank account with $1,000.00, as its number steers it. */
export function addAccount(
  { world, inTransaction }: MoneyWorld,
  userId: string,
  change: Partial<AccountRow> & { number?: string } = {},
): string {
  const { number = '12345678', ...fields } = change;
  const behaviour = behaviourOfAccount(number);
  const account: AccountRow = {
    id: world.random.hex(32),
    userId,
    officialName: 'Checking',
    name: 'Checking',
    nickname: null,
    mask: number.slice(-4),
    fingerprint: null,
    institutionId: 'astra_ins_1',
    institutionName: 'Chase',
    type: 'depository',
    subtype: 'checking',
    routingNumber: '222222226',
    connectionStatus: 'connected',
    currentBalanceCents: 1_000_00,
    availableBalanceCents: 1_000_00,
    lastBalanceUpdateMs: null,
    madeBy: 'number',
    debitFailure: behaviour.debitFailure ?? null,
    returnCode: behaviour.returnCode ?? null,
    createdMs: 0,
    history: [],
    ...fields,
  };
  return inTransaction(() => world.store.accounts.put(account)).id;
}

export function addTestCard(
  { world, inTransaction }: MoneyWorld,
  userId: string,
  number = '4000056655665556',
  addedByUser = true,
): string {
  return inTransaction(() => addCard(world, userId, typedCard(number, addedByUser))).id;
}

/** A card as somebody types it in. */
export function typedCard(number: string, addedByUser = true) {
  return {
    number,
    expirationDate: cardFields().expiration_date,
    firstName: 'Edmund',
    lastName: 'Hillary',
    street1: '123 Astra Ave',
    street2: '',
    city: 'Palo Alto',
    state: 'CA',
    zipCode: '94304',
    addedByUser,
  };
}
