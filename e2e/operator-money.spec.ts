import type { Page } from 'playwright/test';
import { moneyOperatorEmail, programEmail } from '../scripts/stack/settings';
import { addAccountByNumbers } from './bank';
import { transfersNamed } from './emulator';
import { Person } from './person';
import { receiveOn } from './receiving';
import { expect, test } from './test';

const from = (page: Page) => page.getByRole('group', { name: 'From' });
const to = (page: Page) => page.getByRole('group', { name: 'To' });
const nobodysPayment = '/operator/money/00000000-0000-4000-8000-000000000000';
const paths = ['', '/move', '/pay-out', '/review', '/debits'].map(
  (path) => `/operator/money${path}`,
);

test('for a person there are no pages of the program’s money', async ({ page, complaints }) => {
  complaints.expect(/404/);
  await new Person(page).signIn();
  for (const path of [...paths, nobodysPayment]) {
    expect((await page.goto(path))?.status()).toBe(404);
  }
});

test('an operator moves the program’s money and pays a person, each once, after reading it in words', async ({
  page,
  browser,
  complaints,
}) => {
  // Three people, one after the other.
  test.slow();
  complaints.expect(/404/);
  const payee = new Person(page);
  await payee.onboard();
  await addAccountByNumbers(page, 'Household');
  await receiveOn(page, /checking ending in/);

  const context = await browser.newContext();
  const desk = await context.newPage();
  complaints.listenTo(desk);
  await new Person(desk, moneyOperatorEmail).signIn();
  await desk.goto('/operator/money');
  await expect(desk.getByText(`Sign in as ${programEmail} and connect it first.`)).toBeVisible();
  await expect(desk.getByText('FBO settlement account ending in 0001')).toBeVisible();

  const office = await browser.newContext();
  await new Person(await office.newPage(), programEmail).onboard();
  await office.close();
  // Without a reload.
  await expect(desk.getByText(`Sign in as ${programEmail}`)).toBeHidden();

  const top = `Top up ${crypto.randomUUID().slice(0, 8)}`;
  await desk.getByRole('link', { name: 'Move money' }).click();
  await desk.getByLabel('Amount').fill('70,000');
  await from(desk).getByText('FBO settlement account').click();
  // What pays is not offered to receive, and is taken back when it was chosen before.
  await expect(to(desk).getByRole('radio', { name: /FBO/ })).toBeDisabled();
  await to(desk).getByText('Reserve').click();
  await from(desk).getByText('Reserve').click();
  await expect(to(desk).getByRole('radio', { name: /Reserve/ })).not.toBeChecked();
  await to(desk).getByText('FBO settlement account').click();
  await from(desk).getByText('FBO settlement account').click();
  await to(desk).getByText('Reserve').click();
  await desk.getByLabel('What is it for?').fill(top);
  await desk.getByRole('button', { name: 'Review' }).click();
  await expect(
    desk.getByText('Operators send at most $25,000.00 at a time.').first(),
  ).toBeVisible();
  await expect(from(desk).getByRole('radio', { name: /FBO/ })).toBeChecked();
  await desk.getByLabel('Amount').fill('1,200.50');
  await desk.getByRole('button', { name: 'Review' }).click();
  await expect(desk.getByText('one thousand two hundred dollars and 50 cents')).toBeVisible();
  const review = desk.url();
  await desk.getByRole('link', { name: 'Change something' }).first().click();
  await expect(desk.getByLabel('Amount')).toHaveValue('1200.50');
  await expect(to(desk).getByRole('radio', { name: /Reserve/ })).toBeChecked();
  await desk.getByRole('button', { name: 'Review' }).click();
  await desk.getByRole('button', { name: 'Send money' }).dblclick();
  await expect(desk.getByText('Processed', { exact: true })).toBeVisible();
  await expect(desk.getByText(`Confirmed by ${moneyOperatorEmail}.`)).toBeVisible();
  await expect(desk.getByText('In the settlement account')).toBeVisible();
  const result = desk.url();
  await desk.goto(review);
  await expect(desk).toHaveURL(result);
  expect((await desk.goto(nobodysPayment))?.status()).toBe(404);

  await desk.goto('/operator/money/pay-out');
  await desk.getByLabel('Amount').fill('40');
  await from(desk).getByText('FBO settlement account').click();
  await desk.getByLabel('To the person with this e-mail address').fill(payee.email);
  await desk.getByLabel('What is it for?').fill('Payout of the week');
  await desk.getByRole('button', { name: 'Review' }).click();
  await expect(desk.getByText('forty dollars', { exact: true })).toBeVisible();
  await expect(desk.getByText(payee.email)).toBeVisible();
  await expect(desk.getByText('Usually within seconds')).toBeVisible();
  await desk.getByRole('button', { name: 'Send money' }).click();
  await expect(desk.getByText('Processed', { exact: true })).toBeVisible();

  await desk.getByRole('link', { name: 'Program’s money' }).first().click();
  const sent = desk.getByRole('listitem').filter({ hasText: top });
  await expect(sent).toHaveCount(1);
  await expect(sent).toContainText('$1,200.50');
  await expect(sent).toContainText(moneyOperatorEmail);
  // None of it is the operator's own.
  await desk.goto('/transfers');
  await expect(desk.getByText(top)).toBeHidden();
  await context.close();

  await page.goto('/transfers/received');
  const incoming = page.getByRole('listitem').filter({ hasText: 'From Larkspur' });
  await expect(incoming).toContainText('Official');
  await expect(incoming).toContainText('$40.00');
  expect((await transfersNamed('Payout of the week')).length).toBe(1);
});
