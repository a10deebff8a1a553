import type { Page } from 'playwright/test';
import { Person } from './person';
import { expect, test } from './test';
import { setHidden } from './visibility';

/** Goes to the sample bank. */
async function openBank(page: Page): Promise<void> {
  await page.goto('/accounts/add/bank');
  await page.getByRole('button', { name: 'Continue to your bank' }).click();
  await expect(page.getByRole('heading', { name: 'First Platypus Bank' })).toBeVisible();
  await expect(page.getByText('This is a sample bank, not a real one')).toBeVisible();
}

/** Shares accounts of the sample bank by their names. */
async function share(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) await page.getByRole('checkbox', { name }).check();
  await page.getByRole('button', { name: 'Share these accounts' }).click();
}

const ending = (page: Page, title: string) => expect(page.getByRole('heading', { name: title }));
const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

test('somebody shares two accounts at the bank, and finds both linked; again, they are known', async ({
  page,
}) => {
  await new Person(page).onboard();
  await openBank(page);
  await share(page, 'Plaid Checking', 'Plaid Saving');
  await ending(page, 'Your bank is linked').toBeVisible();
  await expect(row(page, 'Plaid Checking ending in 0000')).toContainText('Linked');
  await expect(row(page, 'Plaid Saving ending in 1111')).toContainText('Linked');
  await expect(page.getByRole('link', { name: 'Show your accounts' })).toHaveAttribute(
    'href',
    '/accounts',
  );
  await page.reload();
  await ending(page, 'Your bank is linked').toBeVisible();

  await openBank(page);
  await share(page, 'Plaid Checking', 'Plaid Vault');
  await ending(page, 'Not every account is linked').toBeVisible();
  await expect(row(page, 'Plaid Checking')).toContainText('Linked before');
  await expect(row(page, 'Plaid Vault')).toContainText('Not linked');
});

test('somebody whose page reads itself again in that moment is led back all the same', async ({
  page,
}) => {
  await new Person(page).onboard();
  await openBank(page);
  await page.route('**/stand-in/**', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    const answer = await route.fetch();
    // The stream that opens now says to look again.
    const opened = page.waitForRequest('**/api/live?*');
    await setHidden(page, true);
    await setHidden(page, false);
    await opened;
    await route.fulfill({ response: answer });
  });
  await share(page, 'Plaid Checking');
  await ending(page, 'Your bank is linked').toBeVisible();
});

test('somebody who chooses nothing is asked to, and one who leaves can start again', async ({
  page,
}) => {
  await new Person(page).onboard();
  await openBank(page);
  await share(page);
  await expect(page.getByText('Choose at least one account, or leave the bank.')).toBeVisible();
  await page.getByRole('button', { name: 'Leave without sharing' }).click();
  await ending(page, 'You left your bank before it was finished').toBeVisible();
  await page.getByRole('link', { name: 'Start again' }).click();
  await expect(page.getByRole('button', { name: 'Continue to your bank' })).toBeVisible();
});

test('a visit that is finished takes no more accounts, says so, and shows where to link more', async ({
  page,
  context,
  complaints,
}) => {
  await new Person(page).onboard();
  await openBank(page);
  const otherTab = await context.newPage();
  complaints.listenTo(otherTab);
  await otherTab.goto(page.url());
  await expect(otherTab.getByRole('checkbox', { name: 'Plaid Saving' })).toBeVisible();
  await share(page, 'Plaid Checking');
  await ending(page, 'Your bank is linked').toBeVisible();

  await ending(otherTab, 'This visit was already finished').toBeVisible();
  await expect(otherTab.getByRole('button', { name: 'Share these accounts' })).toBeHidden();
  await otherTab.getByRole('link', { name: 'Link more' }).click();
  await expect(otherTab.getByRole('button', { name: 'Continue to your bank' })).toBeVisible();

  await page.goBack();
  await ending(page, 'This visit was already finished').toBeVisible();
  await page.getByRole('link', { name: 'See how it ended' }).click();
  await ending(page, 'Your bank is linked').toBeVisible();
});

test('a stranger who gets the bank’s address shares nothing there, and who set out gets nothing of theirs', async ({
  page,
  browser,
  complaints,
}) => {
  complaints.expect(/404/);
  await new Person(page).onboard();
  await openBank(page);
  const bank = page.url();

  const context = await browser.newContext();
  const otherPage = await context.newPage();
  complaints.listenTo(otherPage);
  await new Person(otherPage).onboard();
  const wayBack = new URL(bank).searchParams.get('return') ?? '';
  expect((await otherPage.goto(bank))?.status()).toBe(404);
  await otherPage.goto(wayBack);
  await expect(otherPage.getByText('This step can’t be finished here')).toBeVisible();
  await expect(otherPage).toHaveURL(/\/accounts\/add\/bank\?ended=unknown$/);
  await context.close();

  await page.goto('/accounts/add/bank');
  await expect(page.getByText('Your last visit to the bank is being finished')).toBeHidden();
  await page.goto(wayBack);
  await ending(page, 'We are adding your accounts').toBeVisible();
  await page.goto('/accounts');
  await expect(page.getByText('Plaid Checking')).toBeHidden();
  // The visit is still theirs.
  await page.goto(bank);
  await share(page, 'Plaid Saving');
  await ending(page, 'Your bank is linked').toBeVisible();
  await expect(row(page, 'Plaid Checking')).toBeHidden();
});

test('a way back that nobody made, or whose person is signed out, links nothing', async ({
  page,
}) => {
  await page.goto('/api/bank-link/callback/made-up');
  await expect(page.getByRole('heading', { name: 'Sign in or join' })).toBeVisible();
  await new Person(page).onboard();
  await page.goto('/api/bank-link/callback/made-up?state=ok&public_token=public-sandbox-1');
  await expect(page.getByText('This step can’t be finished here')).toBeVisible();
});

test('a trip that is nobody’s, or not this person’s, is a page that does not exist', async ({
  page,
  complaints,
}) => {
  complaints.expect(/404/);
  await new Person(page).onboard();
  for (const name of ['made-up', '%00', '0190c0de-0000-7000-8000-000000000000']) {
    const answer = await page.goto(`/accounts/add/bank/done/${name}`);
    expect(answer?.status()).toBe(404);
  }
  const bank = '/accounts/add/bank/stand-in/0190c0de-0000-7000-8000-000000000000';
  const elsewhere = `${bank}?return=${encodeURIComponent('https://evil.example/api/bank-link/callback/x')}`;
  for (const address of [bank, elsewhere]) {
    expect((await page.goto(address))?.status()).toBe(404);
  }
});
