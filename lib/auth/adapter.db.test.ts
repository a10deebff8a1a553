import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { type LiveMessage, liveHub } from '@/lib/live/hub';
import { everyText } from '@/testing/every-text';
import { createPerson } from '@/testing/rows/people';
import { until } from '@/testing/until';
import { authAdapter as adapter, hashToken } from './adapter';

const inAnHour = () => new Date(Date.now() + 60 * 60_000);

async function signIn(userId: string): Promise<string> {
  const sessionToken = `canary-session-${randomUUID()}`;
  await adapter.createSession?.({ sessionToken, userId, expires: inAnHour() });
  return sessionToken;
}

test('somebody new is stored by e-mail address and found again', async () => {
  const email = `${randomUUID()}@example.com`;
  const emailVerified = new Date();
  const user = await adapter.createUser?.({ id: '', email, emailVerified });
  expect(user).toMatchObject({ email, emailVerified });
  expect(await adapter.getUserByEmail?.(email)).toEqual(user);
  expect(await adapter.getUser?.(user?.id ?? '')).toEqual(user);
  expect(await adapter.getUserByEmail?.('nobody@example.com')).toBeNull();
});

test('an update touches what it names, and nothing else', async () => {
  const { id, email } = await createPerson();
  const emailVerified = new Date('2026-01-01T00:00:00Z');
  expect(await adapter.updateUser?.({ id, emailVerified })).toMatchObject({ email, emailVerified });
  expect(await adapter.updateUser?.({ id })).toMatchObject({ email, emailVerified });
});

test('a session is found by its token, while the database holds only its hash', async () => {
  const { id } = await createPerson();
  const token = await signIn(id);
  expect(await adapter.getSessionAndUser?.(token)).toMatchObject({
    session: { sessionToken: token, userId: id },
    user: { id },
  });
  const text = await everyText();
  expect(text).toContain(hashToken(token));
  expect(text).not.toContain('canary-session');
  // The hash, stolen from the table, is no token.
  expect(await adapter.getSessionAndUser?.(hashToken(token))).toBeNull();
});

test('a session that ended is found no more, cannot be prolonged, and its live pages are told', async () => {
  const { id } = await createPerson();
  const [token, other] = [await signIn(id), await signIn(id)];
  const heard: LiveMessage[] = [];
  const leave = await liveHub().subscribe(id, (message) => heard.push(message));
  await adapter.deleteSession?.(token);
  await until('the message', () => heard.length > 0);
  leave();
  expect(heard).toEqual([{ endedSession: hashToken(token) }]);
  expect(await adapter.getSessionAndUser?.(token)).toBeNull();
  expect(await adapter.updateSession?.({ sessionToken: token, expires: inAnHour() })).toBeNull();
  expect(await adapter.getSessionAndUser?.(other)).not.toBeNull();
  await adapter.deleteSession?.(token);
});

test('a session that goes on is prolonged', async () => {
  const { id } = await createPerson();
  const token = await signIn(id);
  const expires = new Date(Date.now() + 5 * 60 * 60_000);
  await adapter.updateSession?.({ sessionToken: token, expires });
  expect((await adapter.getSessionAndUser?.(token))?.session.expires).toEqual(expires);
  expect(await adapter.updateSession?.({ sessionToken: token })).toBeNull();
});

test('of sixteen clicks at once on one sign-in link, one signs in', async () => {
  const link = { identifier: `${randomUUID()}@example.com`, token: hashToken(randomUUID()) };
  await adapter.createVerificationToken?.({ ...link, expires: inAnHour() });
  const uses = await Promise.all(
    Array.from({ length: 16 }, async () => adapter.useVerificationToken?.(link)),
  );
  expect(uses.filter(Boolean)).toMatchObject([link]);
});

test("a sign-in link is good for its own address only, and isn't used up by another's attempt", async () => {
  const link = { identifier: `${randomUUID()}@example.com`, token: hashToken(randomUUID()) };
  await adapter.createVerificationToken?.({ ...link, expires: inAnHour() });
  const stolen = { ...link, identifier: 'mallory@example.com' };
  expect(await adapter.useVerificationToken?.(stolen)).toBeNull();
  expect(await adapter.useVerificationToken?.(link)).toMatchObject(link);
});

test('somebody who is deleted leaves no session behind', async () => {
  const { id } = await createPerson();
  const token = await signIn(id);
  await db().user.delete({ where: { id } });
  expect(await adapter.getSessionAndUser?.(token)).toBeNull();
});
