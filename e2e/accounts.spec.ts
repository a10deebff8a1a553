import { randomUUID } from 'node:crypto';
import { connectWithoutCards, linkAccounts, signInToBank } from './bank';
import { payWeeklyFromAccountElsewhere } from './elsewhere';
import { Person, press } from './person';
import { expect, test } from './test';

test('accounts that somebody links on Astra’s page show with their balances, without a reload', async ({
  page,
}) => {
  const person = await connectWithoutCards(page);
  await page.evaluate(() => document.body.setAttribute('data-untouched', ''));
  await linkAccounts(page, person, 'user_good', ['Plaid Checking', 'Plaid Saving']);
  const checking = page.getByRole('listitem').filter({ hasText: 'Plaid Checking' });
  await expect(checking).toContainText('First Platypus Bank');
  await expect(checking).toContainText('Checking');
  await expect(checking).toContainText('ending in 0000');
  await expect(checking).toContainText('Connected');
  await expect(checking).toContainText('Available$2,500.00');
  await expect(checking).toContainText('Current$2,500.00');
  await expect(checking).toContainText(/As of .*202\d/);
  await expect(page.getByText('Checked with Astra')).toBeVisible();
  await expect(page.locator('body[data-untouched]')).toBeAttached();

  await page.getByRole('link', { name: 'Plaid Checking', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Plaid Checking', level: 1 })).toBeVisible();
  await expect(page.getByText('With your sign-in at the bank')).toBeVisible();
  const told = page.getByText('As told by Astra').locator('time');
  const before = await told.getAttribute('datetime');
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect
    .poll(async () => ((await told.count()) === 1 ? told.getAttribute('datetime') : before))
    .not.toBe(before);
});

test('somebody whose bank shuts Astra out is told so, signs in there again, and is connected', async ({
  page,
}) => {
  const person = await connectWithoutCards(page);
  await linkAccounts(page, person, 'user_breaks', ['Plaid Checking']);
  await page.getByRole('link', { name: 'Plaid Checking', exact: true }).click();
  const broken = page.getByText('The bank no longer lets Astra in', { exact: true });
  // The connection breaks at a moment that nobody is told of.
  await expect(async () => {
    await page.getByRole('button', { name: 'Check now' }).click();
    await expect(broken).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByText('Connect this account again first.')).toHaveCount(2);
  await page.getByRole('link', { name: 'Bank accounts' }).click();
  await expect(page.getByRole('listitem').filter({ has: broken })).toContainText('Not connected');

  await page.getByRole('link', { name: 'Reconnect Plaid Checking' }).click();
  await signInToBank(await person.enterAstra(), 'user_good');
  await expect(page.getByText('Connected', { exact: true })).toBeVisible();
  await expect(broken).toBeHidden();
});

test('an account is removed after a look at what still uses it', async ({ page }) => {
  const person = await connectWithoutCards(page);
  await linkAccounts(page, person, 'user_good', ['Plaid Checking', 'Plaid Saving']);
  await page.getByRole('link', { name: 'Plaid Saving', exact: true }).click();
  await page.getByRole('link', { name: 'Remove…' }).click();
  await expect(page.getByText('Nothing uses this account now')).toBeVisible();
  await page.getByRole('link', { name: 'Keep it' }).click();
  await page.getByRole('link', { name: 'Remove…' }).click();
  await page.getByRole('button', { name: 'Remove this account' }).click();
  await expect(page.getByText('This account is no longer linked')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check now' })).toBeHidden();

  await page.getByRole('link', { name: 'Show your bank accounts' }).click();
  await expect(page.getByRole('link', { name: 'Plaid Checking', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Plaid Saving', exact: true })).toBeHidden();
});

test('what still pays from an account can be paused before the account is removed', async ({
  page,
}) => {
  const person = await connectWithoutCards(page);
  await linkAccounts(page, person, 'user_good', ['Plaid Checking', 'Plaid Saving']);
  const name = `Savings plan ${randomUUID().slice(0, 8)}`;
  await payWeeklyFromAccountElsewhere(page, person, {
    name,
    from: 'Plaid Checking',
    to: 'Plaid Saving',
  });
  await page.getByRole('link', { name: 'Plaid Checking', exact: true }).click();
  await page.getByRole('link', { name: 'Remove…' }).click();
  const routines = page.getByRole('region', { name: 'Routines that will no longer work' });
  await expect(routines).toContainText(name);
  await expect(routines).toContainText('$5.00');
  await routines.getByRole('button', { name: `Pause ${name}` }).click();
  await expect(routines).toBeHidden();
  await expect(page.locator('h2:focus')).toBeVisible();
  await page.getByRole('button', { name: 'Remove this account' }).click();
  await expect(page.getByText('This account is no longer linked')).toBeVisible();
});

test('somebody who leaves the bank’s page half-way is told so and can start again', async ({
  page,
}) => {
  const person = await connectWithoutCards(page);
  await page.getByRole('link', { name: 'Link a bank account' }).first().click();
  await press(await person.openAstra(), 'Cancel');
  await expect(page.getByText('You left before it was finished.')).toBeVisible();

  await person.openAstra();
  await page.getByRole('link', { name: 'Open Astra in this tab' }).click();
  await press(page, 'Cancel');
  await expect(page.getByText('You left before it was finished.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Continue to Astra' })).toBeVisible();
});

test('somebody else’s account is not there, on none of its pages', async ({
  page,
  browser,
  complaints,
}) => {
  complaints.expect(/404/);
  const person = await connectWithoutCards(page);
  await linkAccounts(page, person, 'user_good', ['Plaid Checking']);
  await page.getByRole('link', { name: 'Plaid Checking', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Plaid Checking', level: 1 })).toBeVisible();
  const context = await browser.newContext();
  const other = await context.newPage();
  complaints.listenTo(other);
  await new Person(other).signIn();
  for (const path of ['', '/reconnect', '/remove']) {
    const answer = await other.goto(`${page.url()}${path}`);
    expect(answer?.status()).toBe(404);
    await expect(other.getByText('Plaid Checking')).toBeHidden();
  }
  await context.close();
});
