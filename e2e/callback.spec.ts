import type { Page } from 'playwright/test';
import { Person } from './person';
import { expect, test } from './test';

const callback = '/api/astra/callback';

/** Opens the trip to Astra and returns the `state` that it set out with. */
async function openTrip(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Continue to Astra' }).click();
  const frame = page.locator('iframe[title^="Astra:"]');
  const source = new URL((await frame.getAttribute('src')) ?? '');
  return source.searchParams.get('state') ?? '';
}

async function expectUnfinished(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.getByText('Larkspur', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Start again' }).click();
  await expect(page.getByRole('heading', { name: 'Get set up' })).toBeVisible();
}

test('a redirect without a state, or with one that nobody made, connects nothing and says what to do', async ({
  page,
}) => {
  await new Person(page).signIn();
  await page.goto(`${callback}?code=abc`);
  await expectUnfinished(page, 'This step can’t be finished here');
  await page.goto(`${callback}?code=abc&state=made-up`);
  await expectUnfinished(page, 'This step can’t be finished here');
  await page.goto(callback);
  await expectUnfinished(page, 'This step can’t be finished here');
});

test('a code that Astra refuses connects nothing, and its state is used up', async ({ page }) => {
  const person = new Person(page);
  await person.signIn();
  await person.giveDetails();
  const state = await openTrip(page);
  await page.goto(`${callback}?code=${'x'.repeat(48)}&state=${state}`);
  await expectUnfinished(page, 'Astra did not confirm this');
  await page.goto(`${callback}?code=${'x'.repeat(48)}&state=${state}`);
  await expectUnfinished(page, 'This step can’t be finished here');
});

test('an error from Astra is told as one, and the step can be started again', async ({ page }) => {
  const person = new Person(page);
  await person.signIn();
  await person.giveDetails();
  const state = await openTrip(page);
  await page.goto(`${callback}?error=server_error&state=${state}`);
  await expectUnfinished(page, 'Astra could not finish this');
});

test('a redirect that comes to somebody who is signed out asks them to sign in', async ({
  page,
}) => {
  await page.goto(`${callback}?code=abc&state=some`);
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in or join' })).toBeVisible();
});

test('one person’s state is worthless to another', async ({ page, browser, complaints }) => {
  const victim = new Person(page);
  await victim.signIn();
  await victim.giveDetails();

  const context = await browser.newContext();
  const attackerPage = await context.newPage();
  complaints.listenTo(attackerPage);
  const attacker = new Person(attackerPage);
  await attacker.signIn();
  await attacker.giveDetails();
  const attackersState = await openTrip(attackerPage);
  await context.close();

  await page.goto(`${callback}?code=${'x'.repeat(48)}&state=${attackersState}`);
  await expectUnfinished(page, 'This step can’t be finished here');
});

test('coming back from Astra a second time changes nothing', async ({ page }) => {
  let used = '';
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === callback) used = request.url();
  });
  await new Person(page).onboardByHand();
  await page.goto(used);
  await expect(
    page.getByRole('heading', { name: 'This step can’t be finished here' }),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Start again' }).click();
  await expect(page.getByRole('heading', { name: 'Cards', level: 1 })).toBeVisible();
  await expect(page.getByText('5556')).toBeVisible();
});
