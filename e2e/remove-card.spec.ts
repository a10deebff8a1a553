import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright/test';
import { payWeeklyElsewhere } from './elsewhere';
import { refuseNext, settleTransfers, transfersNamed } from './emulator';
import { Person, testCards } from './person';
import { expect, test } from './test';

/** Opens the step in which the card whose number ends so would be removed. */
async function openRemoval(page: Page, number: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`ending in ${number.slice(-4)}`) }).click();
  await page.getByRole('link', { name: 'Remove this card' }).click();
  await expect(page.getByRole('heading', { name: /^Remove /, level: 1 })).toBeVisible();
}

test('a card that nothing needs is removed, and is gone from the list', async ({ page }) => {
  const person = new Person(page);
  await person.onboard(testCards.visa, testCards.mastercard);
  await openRemoval(page, testCards.mastercard);
  await page.getByRole('link', { name: 'Keep it' }).click();
  await page.getByRole('link', { name: 'Remove this card' }).click();
  await page.getByRole('button', { name: 'Remove the card' }).click();
  await expect(page.getByRole('heading', { name: 'This card is removed' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Remove this card' })).toBeHidden();
  await page.getByRole('link', { name: 'See your cards' }).click();
  await expect(page.getByText('5556')).toBeVisible();
  await expect(page.getByText('7075')).toBeHidden();
});

test('payments keep a card: the page names them, they arrive or are paused, and the card goes', async ({
  page,
}) => {
  const person = new Person(page);
  await person.onboard(testCards.waiting, testCards.mastercard);
  const name = `Allowance ${randomUUID().slice(0, 8)}`;
  await payWeeklyElsewhere(page, person, {
    name,
    from: testCards.waiting,
    to: testCards.mastercard,
  });
  await expect.poll(() => transfersNamed(name)).toHaveLength(1);

  // The transfer came to be known by its event; nothing tells of the routine behind it.
  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  await expect(page.getByRole('link', { name: new RegExp(name) })).toBeVisible();
  await page.getByRole('link', { name: 'Cards', exact: true }).click();
  await openRemoval(page, testCards.mastercard);
  const moving = page.getByRole('region', { name: 'Wait for these first' });
  await expect(moving.getByRole('link', { name: new RegExp(name) })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove the card' })).toBeHidden();

  await settleTransfers(name);
  await page.getByRole('button', { name: 'Remove the card' }).click();
  const pause = page.getByRole('button', { name: `Pause ${name}` });
  await expect(pause).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Pause these first' })).toBeFocused();
  await pause.click();
  await expect(page.getByRole('heading', { name: 'Remove it for good?' })).toBeFocused();
  await page.getByRole('button', { name: 'Remove the card' }).click();
  await expect(page.getByRole('heading', { name: 'This card is removed' })).toBeVisible();
});

test('a removal without an answer is being checked until Astra tells, and can then be tried again', async ({
  page,
}) => {
  const person = new Person(page);
  await person.onboard();
  await openRemoval(page, testCards.visa);
  await refuseNext(person.phone, 'cards.delete', 503);
  // More than one look makes: the action's fails, and the worker's first one.
  await refuseNext(person.phone, 'cards.get', 503, 6);
  await page.getByRole('button', { name: 'Remove the card' }).click();
  await expect(page.getByText('We are finding out whether the card was removed.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove the card' })).toBeHidden();
  await expect(page.getByText('The card is still there.')).toBeVisible();
  await expect(page.getByText('We are finding out')).toBeHidden();
  await page.getByRole('button', { name: 'Remove the card' }).click();
  await expect(page.getByRole('heading', { name: 'This card is removed' })).toBeVisible();
});
