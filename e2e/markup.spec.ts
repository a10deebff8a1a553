import { Person, testCards } from './person';
import { expect, test } from './test';

const payload = '<img src=x onerror="document.body.dataset.pwned=1">';

test('what people call a payment is shown as text, even when it looks like a page', async ({
  page,
}) => {
  const person = new Person(page);
  await person.onboard(testCards.visa, testCards.mastercard);
  await page.getByRole('link', { name: 'Send', exact: true }).click();
  await page.getByLabel('Amount').fill('4.99');
  await page.getByLabel('What is it for?').fill(payload);
  await person.review();
  await expect(page.getByText(payload)).toBeVisible();
  await person.confirm();
  await expect(page.getByText('Processed')).toBeVisible();
  for (const address of [page.url(), '/home', '/transfers']) {
    await page.goto(address);
    await expect(page.getByText(payload).first()).toBeVisible();
    await expect(page.locator('img[src="x"]')).toHaveCount(0);
    await expect(page.locator('[data-pwned]')).toHaveCount(0);
  }
});
