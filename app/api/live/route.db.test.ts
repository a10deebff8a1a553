import { expect, onTestFinished, test } from 'vitest';
import { endSession } from '@/lib/auth/adapter';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import { db } from '@/lib/db/prisma';
import { notifySignedOut, notifyUser } from '@/lib/live/notify';
import { withinRequest } from '@/testing/requests/next-request';
import { type Browser, signIn, strangersBrowser } from '@/testing/requests/sign-in';
import { createPerson } from '@/testing/rows/people';
import { until } from '@/testing/until';
import { GET as check } from './check/route';
import { GET } from './route';

// Before the first request: the app reads its environment once.
const operatorEmail = 'operator@larkspur.example';
process.env['OPERATOR_EMAILS'] = operatorEmail;

const change = 'event: change\ndata: {}\n\n';
const signedOut = 'event: signed-out\ndata: {}\n\n';

/** Opens the stream as this person's browser does. @returns what comes through it, as it comes. */
async function listen(userId: string, query = ''): Promise<string[]> {
  return hear(await signIn({ id: userId }), query);
}

async function hear({ cookies, mark }: Browser, query: string): Promise<string[]> {
  const browser = new AbortController();
  onTestFinished(() => browser.abort());
  const request = new Request(`http://localhost:3000/api/live?mark=${mark}${query}`, {
    signal: browser.signal,
  });
  const { result } = await withinRequest({ cookies }, () => GET(request, {}));
  const heard: string[] = [];
  const decoder = new TextDecoder();
  const into = new WritableStream<Uint8Array>({
    write: (piece) => void heard.push(decoder.decode(piece)),
  });
  result.body?.pipeTo(into, { signal: browser.signal }).catch(() => {});
  await until('the stream to speak', () => heard.length > 0);
  return heard;
}

const operator = db().user.create({ data: { email: operatorEmail } });

test('an operator’s page hears of everybody’s changes, and no other page of the operator does', async () => {
  const [{ id }, ann, ben] = [await operator, await createPerson(), await createPerson()];
  const [desk, home] = [await listen(id, '&of=everybody'), await listen(id)];
  await notifyUser(db(), ann.id);
  await until('the first change', () => desk.length === 2);
  await notifyUser(db(), ben.id);
  await until('the second change', () => desk.length === 3);
  await notifyUser(db(), id);
  await until('the operator’s own change', () => desk.length === 4 && home.length === 2);
  expect([desk, home]).toEqual([
    [change, change, change, change],
    [change, change],
  ]);
});

test('a person who asks for everybody’s changes hears of their own alone', async () => {
  const [ann, ben, { id }] = [await createPerson(), await createPerson(), await operator];
  const desk = await listen(id, '&of=everybody');
  const heard = await listen(ann.id, '&of=everybody');
  await notifyUser(db(), ben.id);
  await until('the operator to hear of it', () => desk.length === 2);
  expect(heard).toEqual([change]);
  await notifyUser(db(), ann.id);
  await until('the person’s own change', () => heard.length > 1);
  expect(heard).toEqual([change, change]);
});

test('that somebody signs out is no news to an operator', async () => {
  const [ann, { id }] = [await createPerson(), await operator];
  const desk = await listen(id, '&of=everybody');
  await notifySignedOut(db(), ann.id, 'hash');
  await notifyUser(db(), ann.id);
  await until('the change', () => desk.length > 1);
  expect(desk).toEqual([change, change]);
});

test('whoever is not signed in hears nothing of anybody', async () => {
  expect(await hear({ ...strangersBrowser(), cookies: {} }, '&of=everybody')).toEqual([signedOut]);
});

/** The first thing that a page with this mark hears. */
async function firstWord({ cookies, mark }: Browser): Promise<string> {
  const request = new Request(`http://localhost:3000/api/live?mark=${mark}`);
  const { result } = await withinRequest({ cookies }, () => GET(request, {}));
  const reader = result.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  return new TextDecoder().decode(value);
}

test('a page hears of changes while its own session lasts', async () => {
  expect(await firstWord(await signIn(await createPerson()))).toContain('event: change');
});

test('a page that was made for another session is told that it has ended', async () => {
  const user = await createPerson();
  const [{ cookies }, other] = [await signIn(user), await signIn(user)];
  for (const mark of [other.mark, strangersBrowser().mark, '']) {
    expect(await firstWord({ cookies, mark })).toContain('event: signed-out');
  }
});

test('a page that asks by itself hears whether its own session goes on', async () => {
  const user = await createPerson();
  const [here, other] = [await signIn(user), await signIn(user)];
  const ask = async ({ cookies, mark }: Browser) => {
    const request = new Request(`http://localhost:3000/api/live/check?mark=${mark}`);
    const { result } = await withinRequest({ cookies }, () => check(request, {}));
    return result.text();
  };
  expect(await ask(here)).toBe('open');
  expect(await ask({ ...here, mark: other.mark })).toBe('ended');
  expect(await ask({ ...strangersBrowser(), cookies: {} })).toBe('ended');
  await endSession(here.cookies[sessionCookieName()] ?? '');
  expect(await ask(here)).toBe('ended');
});
