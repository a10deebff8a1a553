import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import { z } from 'zod';
import { appUrl, testSettings } from '../scripts/stack/settings';
import { hostedOrigin } from './emulator';
import type { Person } from './person';

const api = `http://127.0.0.1:${testSettings.ports.api}`;
const keys = z.object({ client_id: z.string(), client_secret: z.string() });
const tokens = z.object({ access_token: z.string() }).loose();
const cards = z.object({
  cards: z.array(z.object({ id: z.string(), last_four_digits: z.string() }).loose()),
});
const accounts = z.object({
  accounts: z.array(z.object({ id: z.string(), name: z.string() }).loose()),
});
const made = z.object({ id: z.string() }).loose();

type Payment = { name: string; from: string; to: string };

/**
 * Makes a weekly payment between two of this person's cards at Astra without this app: nothing tells
 * the app of it.
 *
 * @param page any page of the person's browser; the person's phone is confirmed in a tab beside it.
 * @param payment.from the number of a card, as `payment.to`.
 */
export async function payWeeklyElsewhere(page: Page, person: Person, payment: Payment) {
  const auth = await authorizeElsewhere(page, person);
  await createElsewhere(auth, payment, weekly(payment.name));
}

/** Makes payments of this person's, once each, as above. */
export async function payElsewhere(page: Page, person: Person, payments: Payment[]) {
  const auth = await authorizeElsewhere(page, person);
  // At once: as soon as the app hears of one, it gets itself a new token, which ends this one.
  await Promise.all(
    payments.map((payment) =>
      createElsewhere(auth, payment, { type: 'one-time', name: payment.name, amount: 5 }),
    ),
  );
}

async function createElsewhere(auth: string, { from, to }: Payment, terms: object): Promise<void> {
  const ends = { source_id: await cardOf(auth, from), destination_id: await cardOf(auth, to) };
  await ask(auth, 'POST', '/v1/routines', { ...terms, payment_type: 'debit', ...ends });
}

/**
 * The same between two of this person's bank accounts. It is paused and resumed, which is what Astra
 * tells the app of.
 *
 * @param payment.from what the account is called, as `payment.to`.
 */
export async function payWeeklyFromAccountElsewhere(page: Page, person: Person, payment: Payment) {
  const auth = await authorizeElsewhere(page, person);
  const owned = accounts.parse(await ask(auth, 'GET', '/v1/accounts')).accounts;
  const idOf = (wanted: string) => owned.find(({ name }) => name === wanted)?.id;
  const ends = { source_id: idOf(payment.from), destination_id: idOf(payment.to) };
  const routine = { ...weekly(payment.name), payment_type: 'ach', ...ends };
  const { id } = made.parse(await ask(auth, 'POST', '/v1/routines', routine));
  for (const active of [false, true]) {
    await askUntilLetIn(page, person, 'PUT', `/v1/routines/${id}`, { active });
  }
}

/** Removes a card of this person's at Astra without this app. */
export async function removeCardElsewhere(page: Page, person: Person, number: string) {
  const auth = await authorizeElsewhere(page, person);
  await ask(auth, 'DELETE', `/v1/cards/${await cardOf(auth, number)}`);
}

const weekly = (name: string) => ({ type: 'recurring', frequency: 'weekly', name, amount: 5 });

async function cardOf(auth: string, number: string): Promise<string | undefined> {
  const owned = cards.parse(await ask(auth, 'GET', '/v1/cards')).cards;
  return owned.find(({ last_four_digits: digits }) => number.endsWith(digits))?.id;
}

/** As soon as the app hears of something, it gets itself a new token, which ends ours. */
async function askUntilLetIn(page: Page, person: Person, ...question: Question): Promise<void> {
  const isLetIn = async () => {
    const answer = await send(await authorizeElsewhere(page, person), ...question);
    if (!answer.ok && answer.status !== 401) throw new Error(await answer.text());
    return answer.ok;
  };
  await expect.poll(isLetIn).toBe(true);
}

async function ask(auth: string, ...question: Question): Promise<unknown> {
  const answer = await send(auth, ...question);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text === '' ? undefined : JSON.parse(text);
}

type Question = [method: string, path: string, body?: unknown];

function send(auth: string, ...[method, path, body]: Question): Promise<Response> {
  return fetch(`${api}${path}`, {
    method,
    headers: {
      authorization: auth,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** Goes through Astra's authorization again, and keeps the code from the app. @returns what proves it. */
async function authorizeElsewhere(page: Page, person: Person): Promise<string> {
  const file = join(testSettings.dataFolder, 'emulator', 'client.json');
  const client = keys.parse(JSON.parse(await readFile(file, 'utf8')));
  const redirectUri = `${appUrl(testSettings)}/api/astra/callback`;
  const query = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: redirectUri,
    response_type: 'code',
    phone: person.phone,
  });
  const tab = await page.context().newPage();
  await tab.goto(`${hostedOrigin}/login/oauth/authorize?${query}`);
  const back = tab.waitForRequest((request) => request.url().startsWith(redirectUri));
  await person.passAstraSecurity(tab);
  const code = new URL((await back).url()).searchParams.get('code') ?? '';
  await tab.close();
  const { client_id: id, client_secret: secret } = client;
  const answer = await fetch(`${api}/v1/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
    }),
  });
  return `Bearer ${tokens.parse(await answer.json()).access_token}`;
}
