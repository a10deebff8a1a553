import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright/test';
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

/**
 * Makes a weekly payment of this person's at Astra without this app: nothing tells the app of it.
 *
 * @param page any page of the person's browser; the person's phone is confirmed in a tab beside it.
 */
export async function payWeeklyElsewhere(
  page: Page,
  person: Person,
  payment: { name: string; from: string; to: string },
): Promise<void> {
  const auth = `Bearer ${await authorizeElsewhere(page, person)}`;
  const list = await fetch(`${api}/v1/cards`, { headers: { authorization: auth } });
  const owned = cards.parse(await list.json()).cards;
  const idOf = (number: string) =>
    owned.find(({ last_four_digits: digits }) => number.endsWith(digits))?.id;
  const answer = await fetch(`${api}/v1/routines`, {
    method: 'POST',
    headers: { authorization: auth, 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'recurring',
      frequency: 'weekly',
      payment_type: 'debit',
      name: payment.name,
      source_id: idOf(payment.from),
      destination_id: idOf(payment.to),
      amount: 5,
    }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

/** Goes through Astra's authorization again, and keeps the code from the app. */
async function authorizeElsewhere(page: Page, person: Person): Promise<string> {
  const file = path.join(testSettings.dataFolder, 'emulator', 'client.json');
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
  return tokens.parse(await answer.json()).access_token;
}
