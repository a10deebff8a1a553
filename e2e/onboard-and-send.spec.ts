import { Person, testCards } from './person';
import { expect, test } from './test';

test('a newcomer signs in, is approved, links two cards, and sees $4.99 arrive without a reload', async ({
  page,
}) => {
  let loads = 0;
  page.on('domcontentloaded', () => {
    loads += 1;
  });
  const person = new Person(page);
  await person.onboard();
  await person.addCard(testCards.second);

  const loadsBefore = loads;
  await page.getByRole('link', { name: 'Send', exact: true }).click();
  await page.getByLabel('Amount').fill('4.99');
  await page.getByRole('group', { name: 'From' }).getByText('Visa ending in 5556').click();
  await page.getByRole('group', { name: 'To' }).getByText('Mastercard ending in 7075').click();
  await page.getByRole('button', { name: 'Send money' }).click();

  await expect(page.getByText('Pending')).toBeVisible();
  await expect(page.getByText('Processed')).toBeVisible();
  await expect(page.getByText('$4.99')).toBeVisible();
  await expect(page.getByText('Visa ending in 5556')).toBeVisible();
  await expect(page.getByText('Mastercard ending in 7075')).toBeVisible();
  expect(loads).toBe(loadsBefore);
});
