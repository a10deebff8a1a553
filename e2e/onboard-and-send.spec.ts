import { randomUUID } from 'node:crypto';
import { settleTransfers } from './emulator';
import { Person, testCards } from './person';
import { expect, test } from './test';

test('a newcomer signs in, is approved, links two cards, and sees $4.99 arrive without a reload', async ({
  page,
}) => {
  const person = new Person(page);
  await person.onboardByHand(testCards.waiting);
  await person.addCard(testCards.mastercard);

  // From here on the pages move and change by themselves: a reload would forget this mark.
  await page.evaluate(() => document.body.setAttribute('data-untouched', ''));
  await page.getByRole('link', { name: 'Send', exact: true }).click();
  const name = `Rent ${randomUUID().slice(0, 8)}`;
  await page.getByLabel('Amount').fill('4.99');
  await page.getByLabel('What is it for?').fill(name);
  await page.getByRole('group', { name: 'From' }).getByText('Visa ending in 9098').click();
  await page.getByRole('group', { name: 'To' }).getByText('Mastercard ending in 7075').click();
  await person.review();
  await person.confirm();

  await expect(page.getByText('Pending')).toBeVisible();
  await expect(page.getByText('$4.99')).toBeVisible();
  await expect(page.getByText('Visa ending in 9098')).toBeVisible();
  await expect(page.getByText('Mastercard ending in 7075')).toBeVisible();

  await settleTransfers(name);
  await expect(page.getByText('Processed')).toBeVisible();
  await expect(page.locator('body[data-untouched]')).toBeAttached();

  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(
    page.getByRole('link', { name: new RegExp(`${name}.*\\$4\\.99.*Processed`) }),
  ).toBeVisible();
});
