import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { createPerson } from '@/testing/rows/people';
import { contractUserId, describeProvider } from '../provider-contract';
import { endVisit, isVisitOver } from './end-visit';
import { standInProvider } from './stand-in-provider';
import { visitReturn } from './visit-address';

async function expire(reference: string): Promise<void> {
  await db().$executeRaw`
    UPDATE stand_in_bank_visits SET expires_at = clock_timestamp() - interval '1 second'
    WHERE reference = ${reference}::uuid`;
}

describeProvider(() => ({
  provider: standInProvider,
  leave: (reference) => endVisit(contractUserId, reference, []),
  share: (reference, count) =>
    endVisit(contractUserId, reference, ['checking', 'savings'].slice(0, count)),
  expire,
}));

const returnUrl = 'http://localhost:3000/api/bank-link/callback/s';
const start = () => standInProvider.start({ userId: contractUserId, returnUrl });

test('its page is one of ours, and is told the way back', async () => {
  const { reference, url } = await start();
  const { origin, pathname, searchParams } = new URL(url);
  expect(origin + pathname).toBe(`http://localhost:3000/accounts/add/bank/stand-in/${reference}`);
  expect(searchParams.get('return')).toBe(returnUrl);
});

test('who did not set out can neither share accounts nor leave', async () => {
  const { id } = await createPerson();
  const { reference } = await start();
  expect(await isVisitOver(id, reference)).toBeNull();
  expect(await endVisit(id, reference, ['checking'])).toBe(false);
  expect(await standInProvider.finish({ reference })).toBe('waiting');
  await endVisit(id, reference, []);
  expect(await standInProvider.finish({ reference })).toBe('waiting');
  expect(await isVisitOver(contractUserId, reference)).toBe(false);
});

test('a visit ends once, and not when its time is over', async () => {
  const { reference } = await start();
  expect(await isVisitOver(contractUserId, reference)).toBe(false);
  expect(await endVisit(contractUserId, reference, [])).toBe(true);
  expect(await endVisit(contractUserId, reference, ['checking'])).toBe(false);
  expect(await isVisitOver(contractUserId, reference)).toBe(true);
  expect(await standInProvider.finish({ reference })).toBe('left');
  const late = await start();
  await expire(late.reference);
  expect(await isVisitOver(contractUserId, late.reference)).toBe(true);
  expect(await endVisit(contractUserId, late.reference, ['checking'])).toBe(false);
  expect(await standInProvider.finish(late)).toBe('left');
});

test('a visit that nobody began is not there', async () => {
  expect(await isVisitOver(contractUserId, '0190c0de-0000-7000-8000-000000000000')).toBeNull();
});

test('accounts that the bank does not have are not shared', async () => {
  const { reference } = await start();
  await endVisit(contractUserId, reference, ['offshore']);
  expect(await standInProvider.finish({ reference })).toBe('left');
});

test.each([
  ['http://localhost:3000/api/bank-link/callback/abc', true],
  ['http://localhost:3000/home', false],
  ['https://evil.example/api/bank-link/callback/abc', false],
  ['//evil.example/api/bank-link/callback/abc', false],
  ['http://localhost:3000@evil.example/api/bank-link/callback/abc', false],
  ['http://localhost:3000/api/bank-link/callback/../../../sign-in', false],
  ['javascript:alert(1)', false],
  ['', false],
])('the way back %s is taken: %s', (url, isTaken) => {
  expect(visitReturn.safeParse(url).success).toBe(isTaken);
});
