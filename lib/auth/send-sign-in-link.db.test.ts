import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { useEmulator } from '@/testing/astra/emulator';
import { authAdapter } from './adapter';
import { authOptions } from './options';
import { sendSignInLink } from './send-sign-in-link';
import { maySendSignInLink } from './sign-in-limits';

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

test('an address is mailed a handful of links in a quarter of an hour, however many ask at once', async () => {
  const [email, other] = [`${randomUUID()}@example.com`, `${randomUUID()}@example.com`];
  const answers = await Promise.all(
    Array.from({ length: 24 }, () => maySendSignInLink(email, '192.0.2.1')),
  );
  expect(answers.filter(Boolean)).toHaveLength(5);
  expect(await maySendSignInLink(other, '192.0.2.1')).toBe(true);
});

test('only one plain address is taken, in small letters', () => {
  const [provider] = authOptions().providers;
  const normalize = (typed: string): unknown => provider?.options['normalizeIdentifier'](typed);
  expect(normalize(' Ann@Example.COM ')).toBe('ann@example.com');
  for (const typed of [
    '0 <ann@example.com>',
    'ann@example.com, bob@example.com',
    'group: ann@example.com;',
    'ann@example.com\0',
    '"ann"@example.com\r\nBcc: bob@example.com',
    'ann',
    '',
  ]) {
    expect(() => normalize(typed), typed).toThrow();
  }
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
