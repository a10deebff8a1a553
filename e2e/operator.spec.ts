import type { Page } from 'playwright/test';
import { operatorEmail } from '../scripts/stack/settings';
import { hostedOrigin, tellOfNobodysTransfer } from './emulator';
import { expectAccessible } from './expect-accessible';
import { Person, testCards } from './person';
import { expect, test } from './test';

// Operators share one mailbox: of two who ask for a link at once, one would take the other's.
test.describe.configure({ mode: 'default' });

const nobodysAccount = '/operator/accounts/00000000-0000-4000-8000-000000000000';
const paths = [
  '/operator',
  '/operator/cards',
  '/operator/accounts',
  '/operator/impossible-changes',
  '/operator/webhooks',
  nobodysAccount,
];

async function openMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account' }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
}

test('somebody who is not signed in is sent to sign in', async ({ page }) => {
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: 'Sign in or join' })).toBeVisible();
  }
});

test('for a person there are no such pages, and no link to them', async ({ page, complaints }) => {
  complaints.expect(/404/);
  await new Person(page).signIn();
  await openMenu(page);
  await expect(page.getByRole('link', { name: 'Operator’s pages' })).toBeHidden();
  for (const path of paths) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Operator' })).toBeHidden();
  }
});

test('an operator’s open page shows whose card waits for a decision, and nothing else of that person’s', async ({
  page,
  browser,
  complaints,
}) => {
  const context = await browser.newContext();
  const desk = await context.newPage();
  complaints.listenTo(desk);
  complaints.expect(/404/);
  await new Person(desk, operatorEmail).signIn();
  await openMenu(desk);
  await desk.getByRole('link', { name: 'Operator’s pages' }).click();
  await expect(desk.getByRole('heading', { name: 'Cards in review' })).toBeVisible();

  const person = new Person(page);
  await person.onboard(testCards.flagged);
  // Without a reload.
  const card = desk.getByRole('listitem').filter({ hasText: person.email });
  await expect(card).toContainText('ending in 1018');
  await expect(card).toContainText('Waits for a decision');
  await expect(card).toContainText('The name on the card does not fit yours. C1011');
  await expect(card).toContainText('The card’s ZIP code is yours. C1020');
  await expect(desk.getByRole('link', { name: 'Open Astra’s dashboard' })).toHaveAttribute(
    'href',
    `${hostedOrigin}/console`,
  );

  await desk.getByRole('link', { name: 'Held accounts' }).click();
  await expect(desk.getByRole('heading', { name: 'Held accounts', level: 1 })).toBeVisible();
  expect((await desk.goto(nobodysAccount))?.status()).toBe(404);

  await desk.goto('/cards');
  await expect(desk.getByRole('heading', { name: 'Cards', level: 1 })).toBeVisible();
  await expect(desk.getByText('1018')).toBeHidden();
  await context.close();
});

test('a balance that an operator sets is what Astra shows the account’s owner', async ({
  page,
  browser,
  complaints,
}) => {
  const person = new Person(page);
  await person.onboard();
  await page.goto('/accounts/add/by-number');
  await page.getByLabel('Routing number').pressSequentially('021000021');
  for (const label of ['Account number', 'Account number again']) {
    await page.getByLabel(label, { exact: true }).fill('5550001117777');
  }
  await page.getByLabel('What do you call it?').fill('Household');
  await page.getByRole('button', { name: 'Add this account' }).click();
  await page.getByRole('link', { name: 'Household', exact: true }).click();
  await expect(page.getByText('No bank tells us this balance.')).toBeVisible();

  const context = await browser.newContext();
  const desk = await context.newPage();
  complaints.listenTo(desk);
  await new Person(desk, operatorEmail).signIn();
  await desk.goto('/operator/accounts');
  await desk.getByRole('link', { name: new RegExp(person.email) }).click();
  await desk.getByLabel('Current balance').fill('1,234.56');
  await desk.getByLabel('Available balance').fill('1,000.00');
  await desk.getByRole('button', { name: 'Set balance' }).click();
  await expect(desk.getByText('The balance is set.')).toBeVisible();

  await expect(async () => {
    await page.getByRole('button', { name: 'Check now' }).click();
    await expect(page.getByText('$1,000.00')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByText('$1,234.56')).toBeVisible();
  await context.close();
});

test('an operator sees why an event was given up, and has it tried again', async ({ page }) => {
  const transferId = await tellOfNobodysTransfer();
  await new Person(page, operatorEmail).signIn();
  await page.goto('/operator/webhooks');
  await expect(page.getByRole('heading', { name: 'Webhooks', level: 1 })).toBeVisible();
  await expect(page.getByText('Last webhook')).toBeVisible();
  const event = page.getByRole('listitem').filter({ hasText: transferId });
  const reason = 'The event does not say whose resource it is about.';
  await expect(async () => {
    await page.getByRole('link', { name: 'Given up', exact: true }).click();
    await expect(event).toContainText(reason, { timeout: 1_000 });
  }).toPass();
  await expectAccessible(page);

  await event.getByRole('button', { name: /^Try again: transfer_updated/ }).click();
  await page.getByRole('link', { name: `Show`, exact: false }).first().click();
  await expect(page).toHaveURL(/reason=/);
  await page.getByRole('link', { name: 'Waiting', exact: true }).click();
  await expect(event).toBeHidden();
});
