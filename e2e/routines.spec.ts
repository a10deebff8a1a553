import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright/test';
import { expectAccessible } from './expect-accessible';
import { Person, testCards } from './person';
import { expect, test } from './test';

/** Sets up a payment between the two cards that the form offers first, and opens its routine. */
async function repeat(page: Page, person: Person, name: string, often: string): Promise<void> {
  await page.getByRole('link', { name: 'Send', exact: true }).click();
  await expect(page.getByLabel('Amount')).toHaveValue('');
  await page.getByLabel('Amount').fill('4.99');
  await page.getByLabel('How often?').selectOption({ label: often });
  await page.getByLabel('What is it for?').fill(name);
  await person.review();
  await person.confirm();
  await page.waitForURL(/\/transfers\//);
}

async function openList(page: Page): Promise<void> {
  const sections = page.getByRole('navigation', { name: 'Main' });
  await sections.getByRole('link', { name: 'Routines' }).click();
  await expect(page.getByRole('heading', { name: 'Routines', level: 1 })).toBeVisible();
}

const days = (page: Page) =>
  page.getByRole('region', { name: 'Next payments' }).getByRole('listitem');

test('weekly, two-weekly and monthly payments are listed, paused, resumed, changed and deleted', async ({
  page,
}) => {
  // A visit to Astra's pages, and three payments.
  test.slow();
  const person = new Person(page);
  await person.onboard();
  await openList(page);
  await expect(page.getByText('No routines yet')).toBeVisible();
  await page.getByRole('link', { name: 'Cards', exact: true }).click();
  await person.addCard(testCards.mastercard);
  await repeat(page, person, 'Coffee', 'Every week');
  await repeat(page, person, 'Club', 'Every two weeks');
  await repeat(page, person, 'Rent', 'Every month');
  await page.getByRole('link', { name: 'Rent' }).click();
  await expect(page.getByRole('heading', { name: 'Rent', level: 1 })).toBeVisible();

  await openList(page);
  await expect(page.getByRole('heading', { name: '3 routines' })).toBeVisible();
  for (const often of ['Every week', 'Every two weeks', 'Every month']) {
    await expect(page.getByRole('listitem').filter({ hasText: often })).toHaveCount(1);
  }
  await expectAccessible(page);
  await page.getByLabel('How often').selectOption({ label: 'Every two weeks' });
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('heading', { name: '1 routine' })).toBeFocused();
  await expect(page).toHaveURL(/kind=bi-weekly/);
  await page.getByRole('link', { name: /Club/ }).click();

  await expect(page.getByRole('heading', { name: 'Club', level: 1 })).toBeVisible();
  await expect(page.getByText('Active', { exact: true })).toBeVisible();
  await expect(days(page)).toHaveCount(5);
  await expect(page.getByText('Cards pay on weekends and holidays too.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Paused', { exact: true })).toBeVisible();
  await expect(page.getByText('Nothing is sent until you resume it')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Details' })).toBeFocused();
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(days(page)).toHaveCount(5);

  await page.getByRole('link', { name: 'Change' }).click();
  await page.getByLabel('Amount').fill('4,99');
  await page.getByLabel('What is it for?').fill('Chess club');
  await page.getByLabel('How often?').selectOption({ label: 'Every month' });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'check the marked' })).toBeFocused();
  await expect(page.getByLabel('What is it for?')).toHaveValue('Chess club');
  await expect(page.getByLabel('How often?')).toHaveValue('monthly');
  await expectAccessible(page);
  await page.getByLabel('Amount').fill('6.50');
  await page.getByRole('button', { name: 'Save' }).click();
  const review = page.getByRole('region', { name: 'Each payment from now on' });
  await expect(review.getByText('Our fee')).toBeVisible();
  await expect(page.getByLabel('What is it for?')).toHaveValue('Chess club');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save the new amount' }).click();
  await expect(page.getByRole('heading', { name: 'Chess club', level: 1 })).toBeVisible();
  await expect(page.getByText('$6.50')).toBeVisible();
  await expect(page.getByText('Every month')).toBeVisible();

  await page.getByRole('link', { name: 'Delete' }).click();
  await expect(page.getByText(/does not stop a payment that is under way/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Keep it' }).click();
  await page.getByRole('link', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete the routine' }).click();
  await expect(page.getByText('Deleted', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Change' })).toBeHidden();
  await page.goto('/routines?status=ended');
  await expect(page.getByRole('link', { name: /Chess club/ })).toBeVisible();
});

test('a one-time payment shows its transfer, and is not offered to be deleted', async ({
  page,
}) => {
  test.slow();
  const person = new Person(page);
  await person.onboard(testCards.waiting, testCards.mastercard);
  await page.getByRole('link', { name: 'Send', exact: true }).click();
  await page.getByLabel('Amount').fill('4.99');
  await page.getByLabel('What is it for?').fill('Gift');
  const ends = { From: 'Visa ending in 9098', To: 'Mastercard ending in 7075' };
  for (const [end, label] of Object.entries(ends)) {
    await page.getByRole('group', { name: end }).getByText(label).click();
  }
  await person.review();
  await person.confirm();
  await page.waitForURL(/\/transfers\//);
  await openList(page);
  await page.getByRole('link', { name: /Gift/ }).click();
  await expect(page.getByRole('heading', { name: 'Gift', level: 1 })).toBeVisible();
  await expect(page.getByText('It pays once, and that has begun.')).toBeVisible();
  for (const name of ['Change', 'Delete']) {
    await expect(page.getByRole('link', { name, exact: true })).toBeHidden();
  }
  await page.goto(`${new URL(page.url()).pathname}/delete`);
  await expect(page.getByText('Deleting the routine does not stop these.')).toBeVisible();
  await expect(page.getByText('A one-time payment cannot be deleted.')).toBeVisible();
  await page.getByRole('link', { name: /Gift/ }).first().click();
  await expect(page.getByRole('link', { name: 'Cancel this transfer' })).toBeVisible();
});

test('a stranger finds no routine, whatever the address says', async ({ page, complaints }) => {
  complaints.expect(/404/);
  await new Person(page).signIn();
  for (const id of [randomUUID(), '%00', '..%2Fhome']) {
    for (const step of ['', '/edit', '/delete']) {
      const answer = await page.goto(`/routines/${id}${step}`);
      expect(answer?.status()).toBe(404);
    }
  }
});
