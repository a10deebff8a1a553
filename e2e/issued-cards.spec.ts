import type { Locator, Page } from 'playwright/test';
import { refuseNext } from './emulator';
import { Person } from './person';
import { expect, test } from './test';

const cardWith = (page: Page, badge: string): Locator =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: badge });

/** Goes from the list of cards to those that we issued. */
async function openIssuedCards(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Add a card' }).first().click();
  await page.getByRole('link', { name: /Add a Larkspur card/ }).click();
  await expect(page.getByRole('heading', { name: 'Add a Larkspur card' })).toBeVisible();
}

test('a card that we issued is added by one press, and is among the cards then', async ({
  page,
}) => {
  await new Person(page).onboard();
  await openIssuedCards(page);
  const ready = cardWith(page, 'Not added');
  await expect(ready).toHaveCount(2);
  const name = await ready.first().getByRole('heading').textContent();
  await ready
    .first()
    .getByRole('button', { name: `Add to Astra ${name}` })
    .dblclick();
  const added = cardWith(page, 'Added').filter({
    has: page.getByRole('heading', { name: name ?? '' }),
  });
  await expect(added).toContainText('This card is among your cards.');
  await expect(page.getByText('This card is among your cards.')).toBeFocused();
  await added.getByRole('link', { name: 'Show your cards' }).click();
  await expect(page.getByRole('heading', { name: 'Cards', level: 1 })).toBeVisible();
  const digits = name?.slice(-4) ?? '';
  await expect(page.getByText(digits)).toHaveCount(1);
});

test('cards that can’t be used say why, and have no button', async ({ page }) => {
  await new Person(page).onboard();
  await openIssuedCards(page);
  for (const [badge, reason] of [
    ['Frozen', 'while it is frozen'],
    ['Expired', 'has expired'],
    ['Reported lost', 'was reported lost'],
  ] as const) {
    await expect(cardWith(page, badge)).toContainText(reason);
    await expect(cardWith(page, badge).getByRole('button')).toHaveCount(0);
  }
});

test('a card that Astra does not take is explained, and can be tried again', async ({ page }) => {
  const person = new Person(page);
  await person.onboard();
  await openIssuedCards(page);
  await refuseNext(person.phone, 'cards.create', 400);
  const card = cardWith(page, 'Not added').first();
  await card.getByRole('button').click();
  await expect(card.getByRole('alert')).toContainText('range is not registered with Astra yet');
  await expect(card.getByRole('alert')).toBeFocused();
  await card.getByRole('button').click();
  await expect(page.getByText('This card is among your cards.')).toBeVisible();
});

test('the page fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await new Person(page).onboard();
  await openIssuedCards(page);
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(await overflow()).toBe(false);
});
