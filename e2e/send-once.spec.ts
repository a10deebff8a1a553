import { transfersOf } from './emulator';
import { Person, testCards } from './person';
import { expect, test } from './test';

test('a double click, and Back and sending again, make one payment', async ({ page }) => {
  const person = new Person(page);
  await person.onboard();
  await person.addCard(testCards.mastercard);
  await page.getByRole('link', { name: 'Send', exact: true }).click();
  await page.getByLabel('Amount').fill('13.37');
  await page.getByRole('button', { name: 'Send money' }).dblclick();
  await expect(page.getByText('Processed')).toBeVisible();
  expect(await transfersOf(1337)).toHaveLength(1);
});
