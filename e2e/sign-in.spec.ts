import { signInLink } from './emulator';
import { Person } from './person';
import { expect, test } from './test';

test('the sign-in form explains a mistyped address and keeps it', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill('name@');
  await page.getByRole('button', { name: 'E-mail me a link' }).click();
  await expect(page.getByLabel('E-mail address')).toHaveAccessibleDescription(/such as/);
  await expect(page.getByLabel('E-mail address')).toHaveValue('name@');
});

test('a link signs in once; a second use asks for a new one', async ({ page, browser }) => {
  const person = new Person(page);
  await person.signIn();
  const link = await signInLink(person.email);
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByText(person.email)).toBeVisible();
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other.getByText('That link was used already')).toBeVisible();
  await context.close();
});

test('signing out in one tab signs out the others, and the pages are closed', async ({ page }) => {
  const person = new Person(page);
  await person.signIn();
  const second = await page.context().newPage();
  await second.goto('/home');
  await expect(second.getByRole('heading', { name: 'Home' })).toBeVisible();

  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in or join' })).toBeVisible();
  await expect(second.getByRole('heading', { name: 'Sign in or join' })).toBeVisible();
  await page.goto('/home');
  await expect(page.getByRole('heading', { name: 'Sign in or join' })).toBeVisible();
});

test('a stranger is sent to sign in from every page', async ({ page }) => {
  for (const path of ['/home', '/onboarding', '/cards', '/cards/add', '/send', '/transfers']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: 'Sign in or join' })).toBeVisible();
  }
});
