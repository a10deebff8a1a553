import { expect, onTestFinished, test, vi } from 'vitest';
import { authAdapter, hashToken } from '@/lib/auth/adapter';
import { db } from '@/lib/db/prisma';
import { createPerson } from '@/testing/rows/people';
import { until } from '@/testing/until';
import { liveHub } from './hub';
import { notifyUser } from './notify';
import { countStreams } from './session-streams';
import { liveStream, signedOutStream } from './stream';

const change = 'event: change\ndata: {}\n\n';
const signedOut = 'event: signed-out\ndata: {}\n\n';

/** A signed-in browser with its stream open, and what comes through it, piece by piece. */
async function openStream(userId: string) {
  const token = crypto.randomUUID();
  const expires = new Date(Date.now() + 60_000);
  await authAdapter.createSession?.({ sessionToken: token, userId, expires });
  const browser = new AbortController();
  const session = { userId, sessionHash: hashToken(token) };
  const reader = liveStream(session, browser.signal).getReader();
  const next = async () => {
    const { done, value } = await reader.read();
    return done ? null : new TextDecoder().decode(value);
  };
  return { token, next, browser, reader };
}

const lifetimeMs = 5 * 60_000;

/** Lets time pass only when told to, and knows when a stream counts its life: that is last of what it begins. */
function stopClock() {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
  const begun = vi.spyOn(globalThis, 'setTimeout');
  onTestFinished(() => {
    begun.mockRestore();
    vi.useRealTimers();
  });
  const isOpen = () => begun.mock.calls.some(([, ms]) => ms === lifetimeMs);
  return { untilOpen: () => vi.waitUntil(isOpen, { timeout: 30_000 }) };
}

test('a new stream says at once that there may be something to see, then tells of each change', async () => {
  const { id } = await createPerson();
  const { next } = await openStream(id);
  expect(await next()).toBe(change);
  await notifyUser(db(), id);
  expect(await next()).toBe(change);
});

test("another person's changes do not come through", async () => {
  const [ann, ben] = [await createPerson(), await createPerson()];
  const { next } = await openStream(ann.id);
  expect(await next()).toBe(change);
  await notifyUser(db(), ben.id);
  await liveHub().subscribe(ann.id, () => {});
  const { next: other, token } = await openStream(ann.id);
  expect(await other()).toBe(change);
  await authAdapter.deleteSession?.(token);
  expect(await other()).toBe(signedOut);
  await notifyUser(db(), ann.id);
  // The only thing since the first: Ann's own change, after everything about Ben.
  expect(await next()).toBe(change);
});

test('signing out ends the streams of that session, and of no other', async () => {
  const { id } = await createPerson();
  const [here, there] = [await openStream(id), await openStream(id)];
  expect([await here.next(), await there.next()]).toEqual([change, change]);
  await authAdapter.deleteSession?.(here.token);
  expect(await here.next()).toBe(signedOut);
  expect(await here.next()).toBeNull();
  await notifyUser(db(), id);
  expect(await there.next()).toBe(change);
});

test('a stream that opens after its session has ended says so', async () => {
  const { id } = await createPerson();
  const session = { userId: id, sessionHash: hashToken('ended a moment ago') };
  const reader = liveStream(session, new AbortController().signal).getReader();
  const { value } = await reader.read();
  expect(new TextDecoder().decode(value)).toBe(signedOut);
  expect((await reader.read()).done).toBe(true);
});

test('whoever is not signed in is told so, and nothing more', async () => {
  expect(await new Response(signedOutStream()).text()).toBe(signedOut);
});

test('a browser that leaves, in whichever way, is forgotten', async () => {
  const { id } = await createPerson();
  for (let visit = 0; visit < 50; visit += 1) {
    const { next, browser, reader } = await openStream(id);
    await next();
    if (visit % 2 === 0) browser.abort();
    else await reader.cancel();
  }
  let told = 0;
  const leave = await liveHub().subscribe(id, () => {
    told += 1;
  });
  const alone = await openStream(id);
  await alone.next();
  await notifyUser(db(), id);
  expect(await alone.next()).toBe(change);
  expect(told).toBe(1);
  leave();
});

test('a browser that has left already gets no stream', async () => {
  const { id } = await createPerson();
  const session = { userId: id, sessionHash: hashToken('any') };
  const reader = liveStream(session, AbortSignal.abort()).getReader();
  await reader.cancel();
  await notifyUser(db(), id);
});

test('a stream that could not begin leaves nothing behind', async () => {
  const { id } = await createPerson();
  const before = countStreams();
  const subscribe = vi.spyOn(liveHub(), 'subscribe');
  onTestFinished(() => subscribe.mockRestore());
  subscribe.mockRejectedValueOnce(new Error('the database is away'));
  const session = { userId: id, sessionHash: hashToken('any') };
  const reader = liveStream(session, new AbortController().signal).getReader();
  await expect(reader.read()).rejects.toThrow('the database is away');
  expect(countStreams()).toBe(before);
});

test('ten thousand changes at once are told as two, and nothing more', async () => {
  const { id } = await createPerson();
  const { next, token } = await openStream(id);
  expect(await next()).toBe(change);
  let told = 0;
  onTestFinished(await liveHub().subscribe(id, () => void (told += 1)));
  await db().$executeRaw`
    SELECT pg_notify('live', json_build_object('userId', ${id}::text, 'n', n)::text)
    FROM generate_series(1, 10000) n`;
  await until('all to be heard here', () => told === 10_000);
  // The first of them, and after a rest all the others.
  expect([await next(), await next()]).toEqual([change, change]);
  await authAdapter.deleteSession?.(token);
  expect(await next()).toBe(signedOut);
});

test('for a page that reads nothing, nothing piles up', async () => {
  const { untilOpen } = stopClock();
  const { id } = await createPerson();
  const { next, reader } = await openStream(id);
  await untilOpen();
  let told = 0;
  onTestFinished(await liveHub().subscribe(id, () => void (told += 1)));
  for (let round = 1; round <= 10; round += 1) {
    await notifyUser(db(), id);
    await vi.waitUntil(() => told === round, { timeout: 30_000 });
    await vi.advanceTimersByTimeAsync(16_000);
  }
  // What was on its way already, and that there is something to see.
  expect([await next(), await next()]).toEqual([change, change]);
  const later = next();
  await vi.advanceTimersByTimeAsync(16_000);
  expect(await later).toBe('event: alive\ndata: {}\n\n');
  await reader.cancel();
});

test('a page that never reads is cut off when its stream has lived long enough', async () => {
  const { untilOpen } = stopClock();
  const { id } = await createPerson();
  const before = countStreams();
  const { reader } = await openStream(id);
  await untilOpen();
  await vi.advanceTimersByTimeAsync(lifetimeMs);
  await expect(reader.read()).rejects.toThrow('does not read');
  expect(countStreams()).toBe(before);
});
