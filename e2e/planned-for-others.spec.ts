import { addAccountByNumbers, linkAccounts } from './bank';
import { expectAccessible } from './expect-accessible';
import { Person } from './person';
import { receiveOn } from './receiving';
import { expect, test } from './test';

test('what is planned for somebody shows its changed amount, and rests while they receive nothing', async ({
  page,
  browser,
  complaints,
}) => {
  // Two people, and a visit to Astra's pages for a bank account.
  test.slow();
  const context = await browser.newContext();
  const friendsPage = await context.newPage();
  complaints.listenTo(friendsPage);
  const friend = new Person(friendsPage);
  await friend.onboard();
  await addAccountByNumbers(friendsPage, 'Everyday');
  await receiveOn(friendsPage, 'Everyday');
  const person = new Person(page);
  await person.onboard();
  await page.getByRole('link', { name: 'Banks', exact: true }).click();
  await linkAccounts(page, person, 'user_good', ['Plaid Checking']);

  await page.getByRole('link', { name: 'Send', exact: true }).click();
  await expect(page.getByLabel('Amount')).toHaveValue('');
  await page.getByLabel('Amount').fill('4.99');
  await page.getByRole('group', { name: 'From' }).getByText('Plaid Checking').click();
  await page.getByRole('group', { name: 'To' }).getByText('Another person').click();
  await page.getByLabel('Their e-mail address').fill(friend.email);
  await page.getByLabel('What is it for?').fill('Birthday');
  await page.getByLabel('Start on').fill('2031-01-06');
  await person.review();
  await person.confirm();
  await expect(page.getByText('No money moves before Monday, January 6, 2031.')).toBeVisible();
  const payment = page.url();

  await page.getByRole('link', { name: 'Show the routine' }).click();
  await page.getByRole('link', { name: 'Change' }).click();
  await page.getByLabel('Amount').fill('6.50');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Save the new amount' }).click();
  await expect(page.getByRole('link', { name: 'Change' })).toBeVisible();
  await expect(page.getByText('$6.50')).toBeVisible();

  await friendsPage.goto('/settings/receiving');
  const planned = friendsPage.getByRole('region', { name: 'Planned for you' });
  await expect(planned.getByText('From Edmund H.')).toBeVisible();
  await expect(planned.getByText('$6.50')).toBeVisible();
  await expect(planned.getByText('Planned', { exact: true })).toBeVisible();
  await receiveOn(friendsPage, 'Nothing');
  await expect(planned.getByText('Paused', { exact: true })).toBeVisible();
  await expect(planned.getByText(/They are paused while you receive on “Nothing”/)).toBeVisible();
  await expectAccessible(friendsPage);

  await page.goto(payment);
  await expect(page.getByText('It is paused, and cannot go on now.')).toBeVisible();
  await page.getByRole('link', { name: 'Show the routine' }).click();
  await expect(page.getByText('It is paused, and cannot go on now.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Resume' })).toBeHidden();

  await receiveOn(friendsPage, 'Everyday');
  await expect(planned.getByText(/goes on only when whoever sends it resumes it/)).toBeVisible();
  await expect(planned.getByText('“Nothing”')).toBeHidden();
  await page.goto(payment);
  await expect(page.getByText('No money moves until you resume it.')).toBeVisible();
  await page.getByRole('link', { name: 'Show the routine' }).click();
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByText('Active', { exact: true })).toBeVisible();
  await friendsPage.reload();
  await expect(planned.getByText('Planned', { exact: true })).toBeVisible();
  await context.close();
});
