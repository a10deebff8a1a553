import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { AstraCard } from '@/lib/astra';
import { db } from '@/lib/db/prisma';
import { astra } from '@/lib/partner/astra';
import { useEmulator } from '@/testing/astra/emulator';
import { startFaultyProxy } from '@/testing/astra/faulty-proxy';
import { type AstraPerson, createAstraPerson } from '@/testing/astra/person';
import { createPerson } from '@/testing/rows/people';
import { startFakeUnit, unitToken } from '@/testing/servers/fake-unit';
import { type CardIssuer, CardRefusedError } from './card-issuer';
import { storeIssuerCustomer } from './issuer-customers';
import { standInIssuer } from './stand-in/stand-in-issuer';
import { unitApi } from './unit/unit-api';
import { unitIssuer } from './unit/unit-issuer';

const emulator = await useEmulator();
const unit = await startFakeUnit(emulator);
const unitProxy = await startFaultyProxy(unit.url);
beforeEach(() => unitProxy.reset());
afterAll(() => Promise.all([unit.close(), unitProxy.close()]));

type Implementation = {
  name: string;
  issuer: CardIssuer;
  /** Makes somebody a customer with cards. */
  enroll: (userId: string) => Promise<void>;
  /** Where the app asks for a card to be handed over. */
  proxy: typeof unitProxy;
  creating: [method: string, path: RegExp];
};

const withStandIn: Implementation = {
  name: 'the stand-in',
  issuer: standInIssuer,
  enroll: async () => {},
  proxy: emulator.secureProxy,
  creating: ['POST', /^\/v1\/cards$/],
};

const withUnit: Implementation = {
  name: 'Unit',
  issuer: unitIssuer(unitApi({ apiUrl: unitProxy.url, apiToken: unitToken })),
  enroll: enrollAtUnit,
  proxy: unitProxy,
  creating: ['PATCH', /enableCardToCardPayment$/],
};

async function enrollAtUnit(userId: string): Promise<void> {
  const customerId = randomUUID();
  await storeIssuerCustomer(db(), { issuer: 'unit', userId, customerId });
  const card = { customerId, expirationDate: '2039-11' };
  const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()];
  const [visa, mastercard] = ['4403930000003031', '5108050000007075'];
  unit.issue({
    id: a,
    type: 'individualVirtualDebitCard',
    number: visa,
    status: 'Active',
    ...card,
  });
  unit.issue({ id: b, type: 'individualDebitCard', number: mastercard, status: 'Frozen', ...card });
  unit.issue({ id: c, type: 'businessCreditCard', number: visa, status: 'Active', ...card });
}

async function customer({ issuer, enroll }: Implementation): Promise<AstraPerson & Customer> {
  const person = await createAstraPerson(emulator);
  await enroll(person.user.id);
  const customerId = (await issuer.customerOf(person.user.id)) ?? '';
  const first = (await issuer.listCards(customerId)).find(({ status }) => status === 'active');
  const accessToken = person.bearer.replace('Bearer ', '');
  return { ...person, handOver: { customerId, cardId: first?.id ?? '', accessToken } };
}

type Customer = { handOver: { customerId: string; cardId: string; accessToken: string } };

async function cardsAtAstra({ handOver: { accessToken } }: Customer): Promise<AstraCard[]> {
  const found: AstraCard[] = [];
  for await (const card of astra().cards.list({ accessToken })) found.push(card);
  return found;
}

describe.each([withStandIn, withUnit])('$name', (implementation) => {
  const { issuer, proxy, creating } = implementation;

  test('a card says what it is recognised by, and nothing of the rest of its number', async () => {
    const { handOver } = await customer(implementation);
    const cards = await issuer.listCards(handOver.customerId);
    expect(cards.map(({ status }) => status)).toEqual(expect.arrayContaining(['active', 'frozen']));
    for (const card of cards) {
      expect(card).toMatchObject({
        id: expect.stringMatching(/./),
        brand: expect.stringMatching(/^(Visa|Mastercard)$/),
        firstSix: expect.stringMatching(/^(440393|510805)$/),
        lastFour: expect.stringMatching(/^\d{4}$/),
        expirationDate: expect.stringMatching(/^\d\d\/\d\d$/),
      });
      expect(Object.values(card).join('|').replaceAll(card.id, '')).not.toMatch(/\d{7}/);
    }
  });

  test('everybody is shown their own cards alone', async () => {
    const [ann, ben] = [await customer(implementation), await customer(implementation)];
    const ids = async ({ handOver }: Customer) =>
      (await issuer.listCards(handOver.customerId)).map(({ id }) => id);
    const seen = [...(await ids(ann)), ...(await ids(ben))];
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(2);
  });

  test('a card that is handed over is one card of that person at Astra', async () => {
    const person = await customer(implementation);
    const issued = (await issuer.listCards(person.handOver.customerId)).find(
      ({ id }) => id === person.handOver.cardId,
    );
    const { astraCardId } = await issuer.handOver(person.handOver);
    expect(await cardsAtAstra(person)).toMatchObject([
      {
        id: astraCardId,
        first_six_digits: issued?.firstSix,
        last_four_digits: issued?.lastFour,
        expiration_date: issued?.expirationDate,
      },
    ]);
  });

  test.each([
    [{ kind: 'lose_answer' }, 1],
    [{ kind: 'lose_request' }, 0],
    [{ kind: 'answer', status: 503, workIsDone: true }, 1],
    [{ kind: 'answer', status: 401, workIsDone: true }, 1],
    [{ kind: 'answer', status: 200, body: { odd: true }, workIsDone: true }, 1],
  ] as const)(
    'after %o nobody says that it was refused, and it was asked for once',
    async (fault, made) => {
      const person = await customer(implementation);
      proxy.arm(...creating, fault);
      const error: unknown = await issuer.handOver(person.handOver).catch((thrown) => thrown);
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(CardRefusedError);
      expect(await cardsAtAstra(person)).toHaveLength(made);
      expect(proxy.seen().filter(({ method }) => method === creating[0])).toHaveLength(1);
    },
  );

  test.each([
    [400, true],
    [403, false],
  ])(
    'a %i is a refusal; that the range is not registered is likely: %s',
    async (status, isLikely) => {
      const person = await customer(implementation);
      proxy.arm(...creating, { kind: 'answer', status, workIsDone: false });
      const refused = expect(issuer.handOver(person.handOver)).rejects;
      await refused.toMatchObject({ name: 'CardRefusedError', isLikelyUnregistered: isLikely });
    },
  );

  test('what goes wrong never repeats a token, a number or what was answered', async () => {
    const person = await customer(implementation);
    const body = { errors: [{ code: 'canary code', detail: `canary ${person.bearer}` }] };
    for (const status of [400, 500]) {
      proxy.arm(...creating, { kind: 'answer', status, body, workIsDone: false });
      const error: unknown = await issuer.handOver(person.handOver).catch((thrown) => thrown);
      const told = String(error) + (error instanceof Error ? String(error.cause) : '');
      expect(told).not.toMatch(/canary|\d{9}/);
      expect(told).not.toContain(person.handOver.accessToken);
    }
  });
});

test('at Unit, nobody is a customer who was not written down as one', async () => {
  const { id } = await createPerson();
  expect(await withUnit.issuer.customerOf(id)).toBeNull();
});

test('a customer of an issuer never changes hands', async () => {
  const [ann, ben] = [await createPerson(), await createPerson()];
  const customerId = randomUUID();
  const store = (userId: string, id: string) =>
    storeIssuerCustomer(db(), { issuer: 'unit', userId, customerId: id });
  await store(ann.id, customerId);
  await store(ann.id, customerId);
  await expect(store(ben.id, customerId)).rejects.toThrow('tied to another');
  await expect(store(ann.id, randomUUID())).rejects.toThrow('tied to another');
  expect(await withUnit.issuer.customerOf(ann.id)).toBe(customerId);
  expect(await withUnit.issuer.customerOf(ben.id)).toBeNull();
});

test('an answer of Unit’s without end is not read to its end, and is taken for none', async () => {
  const person = await customer(withUnit);
  const { customerId } = person.handOver;
  const body = { data: [], padding: 'x'.repeat(6_000_000) };
  unitProxy.arm('GET', '/cards', { kind: 'answer', status: 200, body, workIsDone: false });
  await expect(withUnit.issuer.listCards(customerId)).rejects.toMatchObject({ name: 'UnitError' });
  unitProxy.arm(...withUnit.creating, { kind: 'answer', status: 200, body, workIsDone: true });
  await expect(withUnit.issuer.handOver(person.handOver)).rejects.toMatchObject({
    name: 'UnitError',
    outcomeUnknown: true,
  });
  expect(await cardsAtAstra(person)).toHaveLength(1);
});

test('all pages of a customer with many cards at Unit are read', async () => {
  const customerId = randomUUID();
  for (let place = 0; place < 205; place += 1) {
    const number = `440393${String(place).padStart(10, '0')}`;
    const card = { id: randomUUID(), customerId, number, expirationDate: '2039-11' };
    unit.issue({ ...card, type: 'businessVirtualDebitCard', status: 'Active' });
  }
  const cards = await withUnit.issuer.listCards(customerId);
  expect(new Set(cards.map(({ id }) => id)).size).toBe(205);
});

test('cards that Unit lists although they are not the customer’s are not shown', async () => {
  const { handOver } = await customer(withUnit);
  await customer(withUnit);
  unit.forgetFilters();
  expect(await withUnit.issuer.listCards(handOver.customerId)).toHaveLength(2);
});
