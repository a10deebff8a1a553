import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { astra } from '@/lib/partner/astra';
import { receiveWebhook } from '@/lib/webhooks/receive';
import { controlEmulator } from '@/testing/astra/control';
import { useEmulator } from '@/testing/astra/emulator';
import { type AstraPerson, connectionOf, createAstraPerson } from '@/testing/astra/person';
import { forgetJobs, jobs, makeJobsDue, runJobs } from '@/testing/jobs';
import { createConnectedPerson, createPerson } from '@/testing/rows/people';
import { until } from '@/testing/until';
import { readLimits } from './read-limits';
import { syncCapabilities } from './sync-capabilities';

const emulator = await useEmulator();
beforeEach(forgetJobs);

const least = {
  maxSettlementSpeed: 'T+4',
  accountToCardEligible: false,
  cardTransfersPerDay: 1,
  capabilitiesAt: expect.any(Date),
};
const most = {
  maxSettlementSpeed: 'real-time',
  accountToCardEligible: true,
  cardTransfersPerDay: null,
  capabilitiesAt: expect.any(Date),
};
const unknown = {
  maxSettlementSpeed: null,
  accountToCardEligible: null,
  cardTransfersPerDay: null,
};

const capabilitiesPath = ({ astraUserId }: Pick<AstraPerson, 'astraUserId'>) =>
  `/v1/users/${astraUserId}/capabilities`;
const answer = (status: number, body: unknown = {}) =>
  ({ kind: 'answer', status, body, workIsDone: false }) as const;

test('what Astra lets somebody do is written down, and what it lets them do again', async () => {
  const person = await createAstraPerson(emulator);
  await syncCapabilities(person.user.id);
  expect(await connectionOf(person.user.id)).toMatchObject(most);
  await controlEmulator(emulator, 'capabilities lower', { user: person.astraUserId });
  await syncCapabilities(person.user.id);
  expect(await connectionOf(person.user.id)).toMatchObject(least);
  await controlEmulator(emulator, 'capabilities restore', { user: person.astraUserId });
  await syncCapabilities(person.user.id);
  expect(await connectionOf(person.user.id)).toMatchObject(most);
});

test('the event of the third change of e-mail address brings the lowered limits', async () => {
  const person = await createAstraPerson(emulator);
  emulator.webhooks.handOver(({ body, signature }) => receiveWebhook(body, signature));
  const change = (nth: number) =>
    astra().users.updateEmail({
      accessToken: person.bearer.slice('Bearer '.length),
      userId: person.astraUserId,
      email: `${nth}.${person.user.email}`,
    });
  for (const nth of [1, 2, 3]) await change(nth);
  await until('the lowered limits', async () => {
    await runJobs();
    return (await connectionOf(person.user.id)).cardTransfersPerDay === 1;
  });
  emulator.webhooks.handOver(async () => {});
  expect(await connectionOf(person.user.id)).toMatchObject(least);
});

test.each([
  ['no field', {}],
  ['null for each kind of payment', { account_to_account: null, card_to_card: null }],
  ['other fields alone', { card_to_card: { limit: 5 }, daily: 3 }],
])('an answer with %s leaves everything unknown, which limits nobody', async (_what, body) => {
  const person = await createAstraPerson(emulator);
  emulator.proxy.arm('GET', capabilitiesPath(person), answer(200, body));
  await syncCapabilities(person.user.id);
  expect(await connectionOf(person.user.id)).toMatchObject({
    ...unknown,
    capabilitiesAt: expect.any(Date),
  });
  expect((await readLimits(person.user.id)).cardPayments).toBeNull();
});

test('Astra that does not tell is not asked in vain again and again', async () => {
  const person = await createAstraPerson(emulator);
  emulator.proxy.arm('GET', capabilitiesPath(person), answer(404), 10);
  await readLimits(person.user.id);
  await runJobs();
  await makeJobsDue();
  await runJobs();
  await readLimits(person.user.id);
  expect(await jobs('sync_capabilities')).toEqual([]);
  expect(emulator.proxy.calls('GET', capabilitiesPath(person))).toHaveLength(1);
});

test('while Astra cannot be asked, pages show what was known, and it is tried again', async () => {
  const person = await createAstraPerson(emulator);
  await db().astraConnection.update({
    where: { userId: person.user.id },
    data: { cardTransfersPerDay: 3, capabilitiesAt: new Date('2026-01-01') },
  });
  emulator.proxy.arm('GET', capabilitiesPath(person), answer(500), 100);
  for (let visit = 0; visit < 5; visit += 1) {
    const { cardPayments } = await readLimits(person.user.id);
    expect(cardPayments).toMatchObject({ perDay: 3, left: 3 });
    await runJobs();
  }
  expect(await jobs('sync_capabilities')).toMatchObject([{ attempts: 1 }]);
  emulator.proxy.reset();
  await makeJobsDue();
  await runJobs();
  expect(await connectionOf(person.user.id)).toMatchObject(most);
});

test('a page has limits read that are older than a day, and not those that are younger', async () => {
  const { id: userId } = await createConnectedPerson();
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 60 * 60_000);
  const visitAfter = async (capabilitiesAt: Date | null) => {
    await forgetJobs();
    await db().astraConnection.update({ where: { userId }, data: { capabilitiesAt } });
    await readLimits(userId);
    return (await jobs('sync_capabilities')).map(({ payload }) => payload);
  };
  expect(await visitAfter(null)).toEqual([{ userId }]);
  expect(await visitAfter(hoursAgo(25))).toEqual([{ userId }]);
  expect(await visitAfter(hoursAgo(23))).toEqual([]);
});

test('nothing is asked for somebody who has to connect first, or again', async () => {
  const newcomer = await createPerson();
  const gone = await createConnectedPerson();
  await db().astraConnection.update({
    where: { userId: gone.id },
    data: { status: 'needs_authorization' },
  });
  for (const { id } of [newcomer, gone]) {
    expect(await readLimits(id)).toMatchObject({ cardPayments: null });
  }
  expect(await jobs('sync_capabilities')).toEqual([]);
});
