import { randomUUID } from 'node:crypto';
import { transfersNamed } from './emulator';
import { Person, testCards } from './person';
import { expect, test } from './test';

test('a double click makes one payment', async ({ page }) => {
  const person = new Person(page);
  await person.onboard();
  await person.addCard(testCards.mastercard);
  const name = randomUUID();
  await page.getByRole('link', { name: 'Send', exact: true }).click();
  await page.getByLabel('Amount').fill('13.37');
  await page.getByLabel('What is it for?').fill(name);
  await page.getByRole('button', { name: 'Send money' }).dblclick();
  await expect(page.getByText('Processed')).toBeVisible();
  expect(await transfersNamed(name)).toHaveLength(1);
});
