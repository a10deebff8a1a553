import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { db } from '@/lib/db/prisma';
import { useEmulator } from '@/testing/emulator';
import { authAdapter } from './adapter';
import { authOptions } from './options';
import { sendSignInLink } from './send-sign-in-link';

const emulator = await useEmulator();
const messages = z.array(z.object({ subject: z.string(), text: z.string(), html: z.string() }));

async function mailTo(address: string) {
  const answer = await fetch(`${emulator.hosted}/console/api/mail?to=${address}`);
  return messages.parse(await answer.json());
}

/** What next-auth does when somebody asks for a link: the e-mail and the token, side by side. */
async function ask(email: string, token: string = randomUUID()): Promise<void> {
  const query = new URLSearchParams({ callbackUrl: 'http://localhost:3000/home', token, email });
  const url = `http://localhost:3000/api/auth/callback/email?${query}`;
  const expires = new Date(Date.now() + 60_000);
  await sendSignInLink({ identifier: email, url });
  await authAdapter.createVerificationToken?.({ identifier: email, token, expires });
}

test('the link leads to our page with a button, never to the sign-in itself', async () => {
  const email = `${randomUUID()}@example.com`;
  await ask(email, 'the-token');
  const [mail] = await mailTo(email);
  const [link = ''] = /http\S+/.exec(mail?.text ?? '') ?? [];
  const { origin, pathname, searchParams } = new URL(link);
  expect(origin + pathname).toBe('http://localhost:3000/sign-in/confirm');
  expect(Object.fromEntries(searchParams)).toEqual({
    callbackUrl: 'http://localhost:3000/home',
    token: 'the-token',
    email,
  });
  expect(mail?.html).not.toContain('/api/auth/callback');
  expect(mail?.html).toContain(`href="${link.replaceAll('&', '&amp;')}"`);
});

test('an address that looks like markup stays text in the e-mail', async () => {
  const email = `"><script>"@example.com`;
  const query = new URLSearchParams({ token: 't', email, callbackUrl: '"><img src=x>' });
  const url = `http://localhost:3000/api/auth/callback/email?${query}`;
  const receiver = `${randomUUID()}@example.com`;
  await sendSignInLink({ identifier: receiver, url });
  const [mail] = await mailTo(receiver);
  expect(mail?.html).not.toMatch(/<script|<img/);
});

test('one address gets a handful of links in a quarter of an hour, and then silence', async () => {
  const [email, other] = [`${randomUUID()}@example.com`, `${randomUUID()}@example.com`];
  for (let asked = 0; asked < 12; asked += 1) await ask(email);
  const sent = (await mailTo(email)).length;
  expect(sent).toBeGreaterThanOrEqual(5);
  expect(sent).toBeLessThanOrEqual(6);
  await ask(other);
  expect(await mailTo(other)).toHaveLength(1);

  await db().$executeRaw`
    UPDATE sign_in_tokens SET created_at = created_at - interval '16 minutes'`;
  await ask(email);
  expect(await mailTo(email)).toHaveLength(sent + 1);
});

test('after signing in, people land on pages of this app only', async () => {
  const { redirect } = authOptions().callbacks ?? {};
  const land = (url: string) => redirect?.({ url, baseUrl: 'http://localhost:3000' });
  expect(await land('/send')).toBe('http://localhost:3000/send');
  expect(await land('http://localhost:3000/send?a=1')).toBe('http://localhost:3000/send?a=1');
  for (const url of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'http://localhost:3000@evil.example',
    'http://localhost:30001',
    'data:text/html,x',
  ]) {
    const landed = new URL((await land(url)) ?? '');
    expect(landed.origin).toBe('http://localhost:3000');
  }
});

test('a page is told who is signed in, by id and e-mail address, and nothing else', async () => {
  const { session } = authOptions().callbacks ?? {};
  const user = { id: 'u1', email: 'a@example.com', emailVerified: null, name: 'not shown' };
  const told = await session?.({
    session: { expires: 'later' },
    user,
    token: {},
    newSession: {},
    trigger: 'update',
  });
  expect(told).toEqual({ expires: 'later', user: { id: 'u1', email: 'a@example.com' } });
});
