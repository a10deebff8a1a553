import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { describeProvider } from '../provider-contract';
import { endVisit, visitReturn } from './end-visit';
import { standInProvider } from './stand-in-provider';

async function expire(reference: string): Promise<void> {
  await db().$executeRaw`
    UPDATE stand_in_bank_visits SET expires_at = clock_timestamp() - interval '1 second'
    WHERE reference = ${reference}::uuid`;
}

describeProvider(() => ({
  provider: standInProvider,
  leave: (reference) => endVisit(reference, []),
  share: (reference, count) => endVisit(reference, ['checking', 'savings'].slice(0, count)),
  expire,
}));

const returnUrl = 'http://localhost:3000/api/bank-link/callback/s';
const start = () => standInProvider.start({ userId: 'user-1', returnUrl });

test('its page is one of ours, and is told the way back', async () => {
  const { reference, url } = await start();
  const { origin, pathname, searchParams } = new URL(url);
  expect(origin + pathname).toBe(`http://localhost:3000/accounts/add/bank/stand-in/${reference}`);
  expect(searchParams.get('return')).toBe(returnUrl);
});

test('a visit ends once, and not when its time is over', async () => {
  const { reference } = await start();
  await endVisit(reference, []);
  await endVisit(reference, ['checking']);
  expect(await standInProvider.finish({ reference })).toBe('left');
  const late = await start();
  await expire(late.reference);
  await endVisit(late.reference, ['checking']);
  expect(await standInProvider.finish(late)).toBe('left');
});

test('accounts that the bank does not have are not shared', async () => {
  const { reference } = await start();
  await endVisit(reference, ['offshore']);
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
