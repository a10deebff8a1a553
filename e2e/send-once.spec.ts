import { randomUUID } from 'node:crypto';
import { transfersNamed } from './emulator';
import { Person, testCards } from './person';
import { expect, test } from './test';

test('a double click makes one payment', async ({ page }) => {
  const person = new Person(page);
  await person.onboard(testCards.visa, testCards.mastercard);
  const name = randomUUID();
  await page.getByRole('link', { name: 'Send', exact: true }).click();
  await page.getByLabel('Amount').fill('13.37');
  await page.getByLabel('What is it for?').fill(name);
  await person.review();
  await page.getByRole('button', { name: 'Send money' }).dblclick();
  await expect(page.getByText('Processed')).toBeVisible();
  expect(await transfersNamed(name)).toHaveLength(1);
});

test('one form in two tabs makes one payment, and both tabs show it', async ({ page, context }) => {
  const person = new Person(page);
  await person.onboard(testCards.visa, testCards.mastercard);
  const name = randomUUID();
  await page.getByRole('link', { name: 'Send', exact: true }).click();
  await page.waitForURL(/form=/);
  const twin = await context.newPage();
  await twin.goto(page.url());
  const tabs = [page, twin];
  for (const tab of tabs) {
    await tab.getByLabel('Amount').fill('13.37');
    await tab.getByLabel('What is it for?').fill(name);
    await tab.getByRole('button', { name: 'Review' }).click();
    await expect(tab.getByText('Nothing is sent before you press Send money.')).toBeVisible();
  }
  // At once, without a mouse: it takes its time in a tab that lies behind another, and a tab that sees the
  // other's payment before it is clicked has no button any more.
  const buttons = tabs.map((tab) => tab.getByRole('button', { name: 'Send money' }));
  await Promise.all(
    buttons.map((button) => button.evaluate((shown: HTMLElement) => shown.click())),
  );
  for (const tab of tabs) await expect(tab.getByText('Processed')).toBeVisible();
  expect(await transfersNamed(name)).toHaveLength(1);
});

test('going Back after a payment shows that payment, and another one is begun on purpose', async ({
  page,
}) => {
  const person = new Person(page);
  await person.onboard(testCards.visa, testCards.mastercard);
  const name = randomUUID();
  const send = async () => {
    await page.getByLabel('Amount').fill('13.37');
    await page.getByLabel('What is it for?').fill(name);
    await person.review();
    await person.confirm();
    await expect(page.getByText('Processed')).toBeVisible();
  };
  await page.getByRole('link', { name: 'Send', exact: true }).click();
  await send();

  await page.goBack();
  await expect(page.getByText('You have sent this payment')).toBeVisible();
  await expect(page.getByText('$13.37')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send money' })).toBeHidden();
  await page.reload();
  await expect(page.getByText('You have sent this payment')).toBeVisible();
  await page.getByRole('link', { name: 'Show it' }).click();
  await expect(page.getByText('Processed')).toBeVisible();
  expect(await transfersNamed(name)).toHaveLength(1);

  await page.goBack();
  await expect(page.getByText('You have sent this payment')).toBeVisible();
  await page.getByRole('link', { name: 'Send another' }).click();
  await expect(page.getByLabel('Amount')).toHaveValue('');
  await send();
  expect(await transfersNamed(name)).toHaveLength(2);
});

test('going Back at once, with no live updates, shows the payment too; the menu begins another', async ({
  page,
}) => {
  const person = new Person(page);
  await person.onboard(testCards.visa, testCards.mastercard);
  // Neither the stream nor what the page asks in its place.
  await page.route(/\/api\/live/, () => {});
  await page.reload();
  await person.send('13.37');
  await page.waitForURL(/\/(payments|transfers)\//);
  await page.goBack();
  await expect(page.getByText('You have sent this payment')).toBeVisible();
  await page.getByRole('link', { name: 'Send', exact: true }).click();
  await expect(page.getByLabel('Amount')).toHaveValue('');
});

test('what was changed in another tab is reviewed again before it is sent', async ({
  page,
  context,
}) => {
  const person = new Person(page);
  await person.onboard(testCards.visa, testCards.mastercard);
  const name = randomUUID();
  await page.getByRole('link', { name: 'Send', exact: true }).click();
  await page.getByLabel('Amount').fill('13.37');
  await page.getByLabel('What is it for?').fill(name);
  await person.review();

  const twin = await context.newPage();
  await twin.goto(page.url());
  await twin.getByRole('link', { name: 'Change something' }).first().click();
  await expect(twin.getByLabel('Amount')).toHaveValue('13.37');
  await expect(twin.getByLabel('What is it for?')).toHaveValue(name);
  await twin.getByLabel('Amount').fill('4.99');
  await twin.getByRole('button', { name: 'Review' }).click();
  await expect(twin.getByText('$4.99').first()).toBeVisible();

  await person.confirm();
  await expect(page.getByText('Please review it again. Nothing was sent.')).toBeVisible();
  expect(await transfersNamed(name)).toEqual([]);
  await page.getByRole('button', { name: 'Review it again' }).click();
  await expect(page.getByText('$4.99').first()).toBeVisible();
  await person.confirm();
  await expect(page.getByText('Processed')).toBeVisible();
  expect(await transfersNamed(name)).toHaveLength(1);
});
