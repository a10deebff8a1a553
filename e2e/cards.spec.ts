import type { Page } from 'playwright/test';
import { removeCardElsewhere } from './elsewhere';
import { Person, press, testCards } from './person';
import { expect, test } from './test';

/** From here on the page changes by itself: a reload would forget this mark. */
async function markUntouched(page: Page): Promise<void> {
  await page.evaluate(() => document.body.setAttribute('data-untouched', ''));
}

async function expectUntouched(page: Page): Promise<void> {
  await expect(page.locator('body[data-untouched]')).toBeAttached();
}

/** Opens the page of the card whose number ends so, from the list. */
async function openCard(page: Page, number: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`ending in ${number.slice(-4)}`) }).click();
  const title = new RegExp(`ending in ${number.slice(-4)}$`);
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
}

test('cards that are added in another tab come into the list by themselves, and so does their review', async ({
  page,
  context,
}) => {
  const person = new Person(page);
  await person.onboard();
  await expect(page.getByRole('heading', { name: 'Cards', level: 1 })).toBeVisible();
  await expect(page.getByText('Checked with Astra')).toBeVisible();
  await markUntouched(page);

  const tab = await context.newPage();
  const beside = new Person(tab);
  await tab.goto('/cards/add');
  beside.phone = person.phone;
  const astra = await beside.openAstra('Add several cards');
  await person.passAstraSecurity(astra);
  await press(astra, 'Add a card');
  await beside.typeCard(astra, testCards.flagged);

  await expect(page.getByRole('link', { name: /Under review.*ending in 1018/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /ending in 5556.*Ready to use/ })).toBeVisible();
  await expectUntouched(page);
});

test('a card that is flagged says why, and is usable once its owner has verified it', async ({
  page,
}) => {
  const person = new Person(page);
  await person.onboard();
  await person.addCard(testCards.flagged);
  await openCard(page, testCards.flagged);
  await markUntouched(page);
  await expect(page.getByRole('heading', { name: 'This card is under review' })).toBeVisible();
  const review = page.getByRole('region', { name: 'What Astra’s review found' });
  await expect(review.getByText('The name on the card does not fit yours.')).toBeVisible();
  await expect(review.getByText('The card’s bank confirms your address.')).toBeVisible();
  const weighed = page.getByRole('region', { name: 'How Astra weighs it now' });
  await expect(weighed.getByText('Look at this card before it is used')).toBeVisible();

  await expect(page.getByRole('link', { name: 'Add another card' })).toBeVisible();
  await press(await person.openAstra('Verify at Astra'), 'Cancel');
  await expect(page.getByText('The card is still under review.')).toBeVisible();

  const astra = await person.enterAstra('Verify at Astra');
  await astra.getByLabel('First amount').fill('0.32');
  await astra.getByLabel('Second amount').fill('0.45');
  await press(astra, 'Verify card');
  await expect(page.getByRole('heading', { name: 'Ready to use' })).toBeVisible();
  await expect(weighed.getByText('Use this card')).toBeVisible();
  await expect(page.locator('iframe')).toBeHidden();
  await expectUntouched(page);
});

test('a card that is rejected says why, and what to do instead', async ({ page }) => {
  const person = new Person(page);
  await person.onboard();
  await person.addCard(testCards.rejected);
  await openCard(page, testCards.rejected);
  const heading = page.getByRole('heading', { name: 'Astra did not accept this card' });
  await expect(heading).toBeVisible();
  await expect(
    page
      .getByRole('region', { name: 'What Astra’s review found' })
      .getByText('An earlier payment with this card was disputed, so Astra blocks it.'),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Add another card' }).click();
  await expect(page.getByRole('button', { name: 'Add one card' })).toBeVisible();
});

test('a card that was removed elsewhere says so on its open page, and leaves the list', async ({
  page,
}) => {
  const person = new Person(page);
  await person.onboard();
  await person.addCard(testCards.mastercard);
  await openCard(page, testCards.mastercard);
  await expect(page.getByRole('heading', { name: 'Ready to use' })).toBeVisible();
  await markUntouched(page);
  await removeCardElsewhere(page, person, testCards.mastercard);
  await expect(page.getByRole('heading', { name: 'This card is removed' })).toBeVisible();
  await expectUntouched(page);
  await page.getByRole('link', { name: 'See your cards' }).click();
  await expect(page.getByRole('link', { name: /ending in 5556/ })).toBeVisible();
  await expect(page.getByText('7075')).toBeHidden();
});

test('a card that can only send or only receive says so', async ({ page }) => {
  const person = new Person(page);
  await person.onboard(testCards.noPull);
  await person.addCard(testCards.noPush);
  await openCard(page, testCards.noPull);
  await expect(page.getByRole('heading', { name: 'Ready to receive' })).toBeVisible();
  await page.getByRole('link', { name: 'Cards', exact: true }).first().click();
  await openCard(page, testCards.noPush);
  await expect(page.getByRole('heading', { name: 'Ready to send' })).toBeVisible();
});

test('nobody opens a card that is somebody else’s', async ({ page, browser, complaints }) => {
  complaints.expect(/status of 404/);
  await new Person(page).onboard();
  await openCard(page, testCards.visa);
  await page.waitForURL(/\/cards\/[0-9a-f-]{36}$/);
  const address = page.url();

  const context = await browser.newContext();
  const stranger = await context.newPage();
  complaints.listenTo(stranger);
  await new Person(stranger).signIn();
  for (const path of [address, `${address}/remove`, '/cards/nonsense', '/cards/nonsense/remove']) {
    const answer = await stranger.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(stranger.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
    await expect(stranger.getByText('5556')).toBeHidden();
  }
  await context.close();
});
