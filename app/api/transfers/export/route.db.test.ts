import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { authAdapter } from '@/lib/auth/adapter';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import type { User } from '@/lib/db/generated/client';
import { withinRequest } from '@/testing/requests/next-request';
import { createPerson } from '@/testing/rows/people';
import { createTransfer } from '@/testing/rows/transfers';
import { GET } from './route';

async function signIn(user: User) {
  const sessionToken = randomUUID();
  const expires = new Date(Date.now() + 60_000);
  await authAdapter.createSession?.({ sessionToken, userId: user.id, expires });
  return { [sessionCookieName()]: sessionToken };
}

async function download(cookies: Record<string, string>, query = ''): Promise<Response> {
  const request = new Request(`http://localhost/api/transfers/export${query}`);
  return (await withinRequest({ cookies }, () => GET(request, {}))).result;
}

test('a signed-in person gets a file of their own transfers, narrowed like the list', async () => {
  const [ann, ben] = [await createPerson(), await createPerson()];
  await createTransfer(ann.id, { name: 'Rent' });
  await createTransfer(ann.id, { name: 'Gift', status: 'failed' });
  await createTransfer(ben.id, { name: 'Of another person' });
  const cookies = await signIn(ann);
  const answer = await download(cookies, '?status=failed');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="transfers-\d{4}-\d\d-\d\d\.csv"$/,
  );
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const narrowed = await answer.text();
  expect(narrowed).toContain(',"Gift","failed",');
  expect(narrowed).not.toContain('Rent');
  expect(await (await download(cookies)).text()).not.toContain('Of another person');
});

test('nobody gets anything without a session', async () => {
  for (const cookies of [{}, { [sessionCookieName()]: randomUUID() }]) {
    const answer = await download(cookies);
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('You are signed out.');
  }
});

test('who downloads again and again is asked to wait', async () => {
  const cookies = await signIn(await createPerson());
  const statuses: number[] = [];
  // A new stretch of time may begin in between, and then counts anew.
  while (statuses.at(-1) !== 429 && statuses.length < 22) {
    statuses.push((await download(cookies)).status);
  }
  expect(statuses.at(-1)).toBe(429);
  expect(statuses.length).toBeGreaterThan(10);
});
