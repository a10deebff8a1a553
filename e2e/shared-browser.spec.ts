import type { Page } from 'playwright/test';
import { Person } from './person';
import { expect, test } from './test';
import { setHidden } from './visibility';

/** Types into the form of their details, and leaves it behind another tab. */
async function typeAndHide(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'Fill in the sandbox person' }).click();
  await expect(page.getByLabel('Social Security number')).not.toHaveValue('');
  await setHidden(page, true);
}

/** The first person signs out in another tab, and a second one signs in. */
async function changePerson(tab: Page): Promise<Person> {
  await tab.goto('/home');
  await tab.getByRole('button', { name: 'Account' }).click();
  await tab.getByRole('button', { name: 'Sign out' }).click();
  await expect(tab.getByRole('heading', { name: 'Sign in or join' })).toBeVisible();
  const second = new Person(tab);
  await second.signIn();
  return second;
}

test('what one person typed is gone when somebody else has signed in meanwhile', async ({
  page,
  context,
  complaints,
}) => {
  await new Person(page).signIn();
  await typeAndHide(page);
  const tab = await context.newPage();
  complaints.listenTo(tab);
  const second = await changePerson(tab);
  await setHidden(page, false);
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible();
  await expect(page.getByText(second.email)).toBeAttached();
  // Nor does it stand in a page to which the browser leads back.
  await page.getByRole('link', { name: 'Begin' }).click();
  await expect(page.getByLabel('Social Security number')).toHaveValue('');
});

test('a form that one person filled in does nothing for the next, even when no news come', async ({
  page,
  context,
  complaints,
}) => {
  await new Person(page).signIn();
  await typeAndHide(page);
  const tab = await context.newPage();
  complaints.listenTo(tab);
  await changePerson(tab);
  // Still hidden, as far as the page knows: nobody has told it.
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText(/Somebody signed in again since this page was opened/)).toBeVisible();
  await expect(page.getByLabel('Social Security number')).toHaveValue('');
  await expect(page.getByLabel('First name')).toHaveValue('');
  await tab.reload();
  await expect(tab.getByRole('link', { name: 'Begin' })).toBeVisible();
});
