import { randomUUID } from 'node:crypto';
import type { Page, Request } from 'playwright/test';
import { hostedOrigin, transfersNamed } from './emulator';
import { Person, testCards } from './person';
import { expect, test } from './test';

/** Pages from which nobody may make our visitors do anything: another site, and a sandboxed frame. */
const strangers = [hostedOrigin, 'https://evil.example', 'null'];

/** Stops the next server action that the page calls, and gives what would have been sent. */
async function holdNextAction(page: Page, call: () => Promise<void>): Promise<Request> {
  const isAction = (request: Request) => 'next-action' in request.headers();
  await page.route('**/*', (route) =>
    isAction(route.request()) ? route.abort() : route.fallback(),
  );
  const request = page.waitForRequest(isAction);
  await call();
  const held = await request;
  await page.unroute('**/*');
  return held;
}

/** Sends it from elsewhere, with the visitor's cookies. @returns the status and what was answered. */
async function sendFrom(page: Page, origin: string, held: Request) {
  const answer = await page.request.post(held.url(), {
    headers: { ...(await held.allHeaders()), origin },
    data: held.postDataBuffer() ?? '',
    maxRedirects: 0,
  });
  return { status: answer.status(), text: await answer.text() };
}

test('a page of another site can make nobody send money', async ({ page, baseURL, complaints }) => {
  complaints.expect(/ERR_FAILED|Failed to fetch/);
  const person = new Person(page);
  await person.onboard(testCards.visa, testCards.mastercard);
  const name = randomUUID();
  await page.getByRole('link', { name: 'Send', exact: true }).click();
  await page.getByLabel('Amount').fill('13.37');
  await page.getByLabel('What is it for?').fill(name);
  await person.review();
  const held = await holdNextAction(page, () =>
    page.getByRole('button', { name: 'Send money' }).click(),
  );
  for (const origin of strangers) {
    expect((await sendFrom(page, origin, held)).status, origin).toBeGreaterThanOrEqual(400);
  }
  expect(await transfersNamed(name)).toEqual([]);
  // The very same from our own page is taken: nothing but its origin was wrong.
  expect((await sendFrom(page, baseURL ?? '', held)).status).toBeLessThan(400);
  await expect(async () => expect(await transfersNamed(name)).toHaveLength(1)).toPass();
});

test('a page of another site can begin no trip to Astra for anybody', async ({
  page,
  baseURL,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED|Failed to fetch/);
  const person = new Person(page);
  await person.signIn();
  await person.giveDetails();
  const held = await holdNextAction(page, () =>
    page.getByRole('button', { name: 'Continue to Astra' }).click(),
  );
  for (const origin of strangers) {
    const { status, text } = await sendFrom(page, origin, held);
    expect(status, origin).toBeGreaterThanOrEqual(400);
    expect(text).not.toContain('state=');
  }
  expect((await sendFrom(page, baseURL ?? '', held)).text).toContain('state=');
  // Nor is there an address whose mere opening begins one.
  const opened = await page.request.get(held.url());
  expect(await opened.text()).not.toContain('state=');
});
