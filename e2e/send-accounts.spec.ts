import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright/test';
import { connectWithoutCards, linkAccounts } from './bank';
import { returnTransfers } from './emulator';
import type { Person } from './person';
import { expect, test } from './test';

/** Kinds that move by themselves: what they are called, what they ask for, what the review says. */
const kinds: readonly { label: string; fields: Record<string, string>; says: RegExp }[] = [
  {
    label: 'When there is more than enough',
    fields: { 'The amount to keep': '100' },
    says: /The amount to keep\$100\.00/,
  },
  {
    label: 'When there is too little',
    fields: { 'The amount to keep': '9,000' },
    says: /The amount to keep\$9,000\.00/,
  },
  { label: 'Round purchases up', fields: {}, says: /Round purchases up/ },
  {
    label: 'A part of each deposit',
    fields: { 'Percent of each deposit': '2.5', 'Only of deposits of at least': '50' },
    says: /Of each deposit2\.5%.*\$50\.00/s,
  },
  {
    label: 'A part of the balance',
    fields: { 'Percent of the balance': '5' },
    says: /Of the balance5%/,
  },
  {
    label: 'More each week for a year',
    fields: { 'In the first week': '1', 'More in each week': '0.50' },
    says: /In the first week\$1\.00.*More in each week\$0\.50/s,
  },
];

/** Somebody with two bank accounts and no card. */
async function withAccounts(page: Page): Promise<Person> {
  const person = await connectWithoutCards(page);
  await linkAccounts(page, person, 'user_good', ['Plaid Checking', 'Plaid Saving']);
  return person;
}

/** Opens an empty form and goes from one account to the other, this often. */
async function compose(page: Page, howOften: string): Promise<void> {
  await page.getByRole('link', { name: 'Send', exact: true }).click();
  const from = page.getByRole('group', { name: 'From' });
  await from.getByText('Plaid Checking').click();
  await page.getByRole('group', { name: 'To' }).getByText('Plaid Saving').click();
  await page.getByLabel('How often?').selectOption(howOften);
}

test('somebody with bank accounts alone sees them at home, and sends between them', async ({
  page,
}) => {
  test.slow();
  const person = await withAccounts(page);
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  const accounts = page.getByRole('region', { name: 'Your bank accounts' });
  await expect(accounts.getByRole('link', { name: /Plaid Checking.*\$2,500\.00/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Your cards' })).toBeHidden();
  await page.getByRole('link', { name: 'Send money' }).click();
  await page.getByLabel('Amount').fill('4.99');
  await person.review();
  await person.confirm();
  await expect(page.getByText('Processed')).toBeVisible();
});

test('a payment that its bank sends back after it had arrived says so in plain words, by itself', async ({
  page,
}) => {
  test.slow();
  const person = await withAccounts(page);
  const name = `Rent ${randomUUID().slice(0, 8)}`;
  await compose(page, 'Once');
  await page.getByLabel('Amount').fill('4.99');
  await page.getByLabel('What is it for?').fill(name);
  await person.review();
  await person.confirm();
  await expect(page.getByText('Processed')).toBeVisible();
  await page.evaluate(() => document.body.setAttribute('data-untouched', ''));

  await returnTransfers(name, 'R03');
  await expect(page.getByText('A bank sent this transfer back')).toBeVisible();
  const reason = page.getByRole('alert').filter({ hasText: 'had arrived, and was taken back' });
  await expect(reason).toContainText('The bank found no account with this number and name.');
  await expect(reason).toContainText('Link the account again');
  await expect(page.getByText('Returned', { exact: true })).toBeVisible();
  await expect(page.getByText('Taken back', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Receipt' })).toBeHidden();
  await expect(page.locator('body[data-untouched]')).toBeAttached();

  await page.getByRole('link', { name: 'Activity', exact: true }).first().click();
  await expect(page.getByRole('link', { name: new RegExp(`${name}.*Returned`) })).toBeVisible();
});

test('a payment that repeats names its days, and its first transfer begins at once', async ({
  page,
}) => {
  test.slow();
  const person = await withAccounts(page);
  for (const howOften of ['Every week', 'Every two weeks', 'Every month']) {
    await compose(page, howOften);
    await page.getByLabel('Amount').fill('4.99');
    await person.review();
    const review = page.getByRole('main');
    await expect(review).toContainText(`How often${howOften}`);
    await expect(review).toContainText(/Sent on(.+; ){4}and so on/);
    await person.confirm();
    await page.waitForURL(/\/transfers\//);
    await expect(page.getByText(/^(Pending|Processed)$/).first()).toBeVisible();
  }

  await compose(page, 'Every month');
  await page.getByLabel('Amount').fill('4.99');
  await page.getByLabel('Start on').fill('2031-01-31');
  await person.review();
  await expect(page.getByText(/January 31, 2031; .*February 28, 2031; .*March 31/)).toBeVisible();
  await person.confirm();
  await expect(page.getByText('No money moves before Friday, January 31, 2031.')).toBeVisible();
});

test('payments of every kind that moves by itself are composed, reviewed and set up', async ({
  page,
}) => {
  test.slow();
  const person = await withAccounts(page);
  for (const { label, fields, says } of kinds) {
    await compose(page, label);
    await expect(page.getByLabel('Amount', { exact: true })).toBeHidden();
    for (const [field, value] of Object.entries(fields)) {
      await page.getByLabel(field).fill(value);
    }
    if (label === 'Round purchases up') {
      const spending = page.getByLabel('The account whose purchases count');
      await spending.selectOption('Plaid Checking, First Platypus Bank checking ending in 0000');
    }
    await person.review();
    await expect(page.getByRole('main')).toContainText(says);
    await person.confirm();
    // The one that begins at once has a transfer soon; the others wait for something to happen.
    const isSetUp = page.getByText('It is set up');
    await expect(isSetUp.or(page.getByText(/^(Pending|Processed)$/)).first()).toBeVisible();
  }
});
