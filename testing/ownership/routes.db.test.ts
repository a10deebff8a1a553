import { beforeAll, describe, expect, test } from 'vitest';
import { GET as balance } from '@/app/api/astra/balance/route';
import { GET as callback } from '@/app/api/astra/callback/route';
import { GET as bankCallback } from '@/app/api/bank-link/callback/[state]/route';
import { GET as liveCheck } from '@/app/api/live/check/route';
import { GET as live } from '@/app/api/live/route';
import { GET as transfers } from '@/app/api/transfers/export/route';
import { endSession } from '@/lib/auth/adapter';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import { db } from '@/lib/db/prisma';
import { notifyUser } from '@/lib/live/notify';
import { useEmulator } from '../astra/emulator';
import { withinRequest } from '../requests/next-request';
import { type Browser, signIn } from '../requests/sign-in';
import { sourcesUnder } from '../sources/sources';
import { type Cast, createCast, operatorEmail, type Role } from './cast';
import { withoutTouching } from './watch';

Object.assign(process.env, { DIRECT_ENTRY: 'secure-host', OPERATOR_EMAILS: operatorEmail });
const emulator = await useEmulator();
const origin = 'http://localhost:3000';

/** What knows no person: tests of their own show that they take nobody's word. */
const withoutPeople = ['api/auth/[...nextauth]', 'api/health', 'api/webhooks/astra'];
const withPeople = [
  'api/astra/balance',
  'api/astra/callback',
  'api/bank-link/callback/[state]',
  'api/live',
  'api/live/check',
  'api/transfers/export',
];

let cast: Cast;
beforeAll(async () => {
  cast = await createCast(emulator);
});

/** Calls a route as the browser of one of them does. */
async function ask(role: Role, handle: (request: Request) => Promise<Response>, path: string) {
  const request = new Request(new URL(path, origin));
  const { result } = await withinRequest(
    { cookies: cast.browsers[role].cookies, headers: { 'x-forwarded-for': '192.0.2.1' } },
    () => handle(request),
  );
  return result;
}

const fromAstra = (role: Role) =>
  ask(
    role,
    (request) => callback(request, {}),
    `/api/astra/callback?state=${cast.owner.state}&same_site=1`,
  );
const fromBank = (role: Role) => {
  const params = Promise.resolve({ state: cast.owner.bank.state });
  return ask(role, (request) => bankCallback(request, { params }), '/api/bank-link/callback/x');
};

test('every route is tried here with each of them, or knows no people', () => {
  const files = sourcesUnder('app').filter((file) => /\/route\.tsx?$/.test(file));
  const known = [...withPeople, ...withoutPeople].map((folder) => `app/${folder}/route.ts`);
  expect(files.toSorted()).toEqual(known.toSorted());
});

describe.each(['anonymous', 'other', 'operator'] as const)('for the %s', (role) => {
  test('the way back from Astra ends no trip of somebody else’s', async () => {
    const { headers } = await withoutTouching(cast.owner, emulator, () => fromAstra(role));
    const outcome = role === 'anonymous' ? 'signed_out' : 'bad_state';
    expect(headers.get('location')).toContain(`outcome=${outcome}`);
  });

  test('the way back from the bank ends no trip of somebody else’s', async () => {
    const { headers } = await withoutTouching(cast.owner, emulator, () => fromBank(role));
    expect(headers.get('location')).toBe(`${origin}/accounts/add/bank?ended=unknown`);
  });

  test('there is no balance of an account without Astra’s proof', async () => {
    const path = `/api/astra/balance?account_id=${cast.owner.accounts.held.astraId}`;
    const answer = await ask(role, (request) => balance(request, {}), path);
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toMatch(/50|balance/);
  });
});

test('everybody downloads their own transfers alone', async () => {
  const download = async (role: Role) => {
    const answer = await ask(role, (request) => transfers(request, {}), '/api/transfers/export');
    return { status: answer.status, isAboutOwner: (await answer.text()).includes('Allowance') };
  };
  expect(await download('anonymous')).toEqual({ status: 401, isAboutOwner: false });
  expect(await download('other')).toEqual({ status: 200, isAboutOwner: false });
  expect(await download('operator')).toEqual({ status: 200, isAboutOwner: false });
  expect(await download('owner')).toEqual({ status: 200, isAboutOwner: true });
});

test('in the live stream nobody hears of somebody else’s changes', async () => {
  expect(await (await listen(cast.browsers.anonymous)).next()).toBe(signedOut);
  const { owner, users } = cast;
  const ownersStream = await listen(await signIn(owner.user));
  expect(await ownersStream.next()).toBe(change);
  for (const user of [users.other, users.operator]) {
    const browser = await signIn(user);
    const { next } = await listen(browser);
    expect(await next()).toBe(change);
    await notifyUser(db(), owner.user.id);
    await endSession(browser.cookies[sessionCookieName()] ?? '');
    // What comes next is their own sign-out, and the owner's change before it came to the owner.
    expect(await next()).toBe(signedOut);
    expect(await ownersStream.next()).toBe(change);
  }
  await ownersStream.leave();
});

test('nobody learns whether the session of somebody else’s page goes on', async () => {
  const { mark } = await signIn(cast.owner.user);
  for (const role of ['anonymous', 'other', 'operator'] as const) {
    const path = `/api/live/check?mark=${mark}`;
    const answer = await ask(role, (request) => liveCheck(request, {}), path);
    expect(await answer.text()).toBe('ended');
  }
});

const change = 'event: change\ndata: {}\n\n';
const signedOut = 'event: signed-out\ndata: {}\n\n';

/** Opens the live stream in this browser. */
async function listen({ cookies, mark }: Browser) {
  const request = new Request(`${origin}/api/live?mark=${mark}`);
  const { result } = await withinRequest({ cookies }, () => live(request, {}));
  const reader = result.body?.getReader();
  return {
    next: async () => new TextDecoder().decode((await reader?.read())?.value),
    leave: () => reader?.cancel(),
  };
}

test('the owner comes back from Astra and from the bank', async () => {
  const back = await fromAstra('owner');
  expect(back.headers.get('location')).toMatch(/purpose=link_card&outcome=linked$/);
  const home = await fromBank('owner');
  expect(home.headers.get('location')).toContain('/accounts/add/bank/done/');
});
