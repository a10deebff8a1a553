import type { Page } from 'playwright/test';
import { addAccountByNumbers, linkAccounts } from './bank';
import { Person } from './person';
import { expect, test } from './test';

const from = (page: Page) => page.getByRole('group', { name: 'From' });
const to = (page: Page) => page.getByRole('group', { name: 'To' });

/** Opens an empty form and says from where, to where and how much. */
async function compose(page: Page, source: string, destination: string): Promise<void> {
  await page.getByRole('link', { name: 'Send', exact: true }).click();
  await expect(page.getByLabel('Amount')).toHaveValue('');
  await page.getByLabel('Amount').fill('4.99');
  await from(page).getByText(source).click();
  await to(page).getByText(destination).click();
}

/** Sends what is on the form, and waits until Astra has it. */
async function send(page: Page, person: Person): Promise<void> {
  await person.review();
  await person.confirm();
  await page.waitForURL(/\/transfers\//);
  await expect(page.getByText(/^(Pending|Processed)$/).first()).toBeVisible();
}

test('money goes from a card into an account, from accounts to a card, and between accounts at each speed', async ({
  page,
}) => {
  // A visit to Astra's pages, and seven payments.
  test.slow();
  const person = new Person(page);
  await person.onboard();
  await page.getByRole('link', { name: 'Banks', exact: true }).click();
  await linkAccounts(page, person, 'user_good', ['Plaid Checking', 'Plaid Saving']);
  await addAccountByNumbers(page, 'Everyday');

  await compose(page, 'Visa ending in 5556', 'Everyday');
  await expect(to(page).getByRole('radio', { name: /Plaid Checking/ })).toBeDisabled();
  await expect(to(page).getByText(/Cards can only pay into/)).toHaveCount(2);
  await expect(page.getByRole('group', { name: 'How fast?' })).toBeHidden();
  await expect(page.getByLabel('How often?')).toBeHidden();
  await person.review();
  await expect(page.getByText(/by 6 pm Eastern time/)).toBeVisible();
  await page.getByRole('link', { name: 'Change something' }).first().click();
  await expect(page.getByLabel('Amount')).toHaveValue('4.99');
  await expect(to(page).getByRole('radio', { name: /Everyday/ })).toBeChecked();
  await send(page, person);

  for (const who of ['Your account', 'The program']) {
    await compose(page, 'Plaid Checking', 'Visa ending in 5556');
    await page.getByRole('group', { name: 'Whose money is used?' }).getByText(who).click();
    await send(page, person);
  }
  // The last one was paid by the reserve, which a debit of the program fills up again.
  await expect(page.getByText('Daily debit')).toBeVisible();
  await expect(page.getByText(/^Done, /)).toBeVisible();

  for (const speed of ['The next business day', 'Two business days', 'Four business days']) {
    await compose(page, 'Plaid Checking', 'Plaid Saving');
    await page.getByRole('group', { name: 'How fast?' }).getByText(speed).click();
    await send(page, person);
  }

  await compose(page, 'Plaid Checking', 'Plaid Saving');
  const repeat = page.getByLabel('How often?');
  await repeat.selectOption('A part of each deposit');
  await expect(page.getByLabel('Amount')).toBeHidden();
  await page.getByLabel('Percent of each deposit').fill('lots');
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(page.getByLabel('Percent of each deposit')).toHaveValue('lots');
  await expect(repeat.locator('option:checked')).toHaveText('A part of each deposit');

  await repeat.selectOption('Every two weeks');
  await page.getByLabel('Amount').fill('4.99');
  await page.getByLabel('Start on').fill('2031-01-06');
  await person.review();
  await expect(page.getByText(/January 6, 2031; .*January 20, 2031/)).toBeVisible();
});

test('what somebody else receives on is found by their address alone, and both see the payment', async ({
  page,
  browser,
  complaints,
}) => {
  // Two people, one after the other.
  test.slow();
  const context = await browser.newContext();
  const friendsPage = await context.newPage();
  complaints.listenTo(friendsPage);
  const friend = new Person(friendsPage);
  await friend.onboard();
  const person = new Person(page);
  await person.onboard();

  await compose(page, 'Visa ending in 5556', 'Another person');
  await page.getByLabel('What is it for?').fill('For the two of us');
  const address = page.getByLabel('Their e-mail address');
  await address.fill(friend.email);
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(address).toHaveAccessibleDescription(/Nobody with this address can receive money/);

  await friendsPage.getByRole('button', { name: 'Account' }).click();
  await friendsPage.getByRole('link', { name: 'Receiving money' }).click();
  await friendsPage.getByText('Visa ending in 5556').click();
  await friendsPage.getByRole('button', { name: 'Save' }).click();
  await expect(friendsPage.getByText('Saved')).toBeVisible();

  await person.review();
  await expect(page.getByText('Edmund H.')).toBeVisible();
  await expect(page.getByText(friend.email)).toBeVisible();
  await person.confirm();
  await expect(page.getByText('Processed')).toBeVisible();
  await expect(page.getByText('Edmund H.')).toBeVisible();

  const incoming = friendsPage.getByRole('link', { name: /^From Edmund H\..*\+\$4\.99/ });
  await friendsPage.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(incoming).toBeVisible();
  await friendsPage.getByRole('link', { name: 'Activity', exact: true }).click();
  await friendsPage.getByRole('link', { name: 'Received', exact: true }).click();
  await incoming.click();
  await expect(friendsPage.getByRole('heading', { name: 'From Edmund H.' })).toBeVisible();
  await expect(friendsPage.getByText('Processed')).toBeVisible();
  await expect(friendsPage.getByText('Visa ending in 5556')).toBeVisible();
  await expect(friendsPage.getByText('For the two of us')).toBeHidden();
  await context.close();
});
