import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Response } from 'playwright/test';
import { z } from 'zod';
import { testSettings } from '../scripts/stack/settings';
import { Person, testCards } from './person';
import { expect, test } from './test';

/** All that the emulator of these tests ever gave out: the client's secret, and everybody's tokens. */
async function secretsOfAstra(): Promise<string[]> {
  const read = (file: string) =>
    readFile(path.join(testSettings.dataFolder, 'emulator', file), 'utf8');
  const { client_secret } = z
    .object({ client_secret: z.string().min(1) })
    .parse(JSON.parse(await read('client.json')));
  const rows = (await read('journal.jsonl')).matchAll(/\["(?:access|refresh)Tokens","([^"]+)"/g);
  const tokens = [...rows].map(([, token = '']) => token);
  expect(tokens.length).toBeGreaterThan(1);
  return [client_secret, ...tokens];
}

/** All that the browser was told. A redirect has no body, and a page that was left may lose its own. */
async function textOf(answer: Response): Promise<string> {
  const headers = JSON.stringify(await answer.allHeaders());
  return `${headers}\n${await answer.text().catch(() => '')}`;
}

test('no page, program, cookie or storage in the browser holds a token of Astra’s or our secret', async ({
  page,
  baseURL,
}) => {
  const answers: Promise<string>[] = [];
  page.on('response', (answer) => {
    const { origin, pathname } = new URL(answer.url());
    // The stream of live updates has no end to wait for.
    if (origin === baseURL && pathname !== '/api/live') answers.push(textOf(answer));
  });
  const person = new Person(page);
  await person.onboardByHand();
  await person.addCard(testCards.mastercard);
  await person.send('4.99');
  await expect(page.getByText('Processed')).toBeVisible();
  for (const address of ['/home', '/cards', '/cards/add', '/send', '/transfers', '/onboarding']) {
    await page.goto(address);
  }

  const storage = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  const cookies = await page.context().cookies();
  const seen = [...(await Promise.all(answers)), storage, JSON.stringify(cookies)].join('\n');
  // Pages, the data of pages, programs and cookies are all among them.
  for (const sign of [person.email, '__next_f', 'astra:finished', 'next-auth.session-token']) {
    expect(seen.includes(sign), sign).toBe(true);
  }
  for (const secret of await secretsOfAstra()) expect(seen.includes(secret)).toBe(false);
});

test('no program runs on the pages about money but our own', async ({ page, baseURL }) => {
  const person = new Person(page);
  await person.onboardByHand();
  for (const address of ['/cards', '/cards/add', '/send', '/transfers']) {
    await page.goto(address);
    const sources = await page.evaluate(() =>
      [...document.scripts].map((script) => (script.src ? script.src : `nonce ${script.nonce}`)),
    );
    expect(sources.length).toBeGreaterThan(1);
    const strangers = sources.filter(
      (source) => !source.startsWith(`${baseURL}/_next/static/`) && !/^nonce \w{32}$/.test(source),
    );
    expect(strangers, address).toEqual([]);
  }
});
