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

test('a link signs nobody in that is opened by another page, or without the button', async ({
  page,
  request,
  baseURL,
}) => {
  const person = new Person(page);
  await person.askForLink();
  const { search } = new URL(await signInLink(person.email));
  const callback = `/api/auth/callback/email${search}`;

  for (const origin of ['http://127.0.0.1:4112', 'null', undefined]) {
    const headers = origin === undefined ? {} : { origin };
    const answer = await request.post(callback, { headers, maxRedirects: 0 });
    expect(answer.status()).toBe(403);
  }
  expect((await request.head(callback, { maxRedirects: 0 })).status()).toBe(303);
  await page.goto(callback);
  expect(new URL(page.url()).pathname).toBe('/sign-in/confirm');
  await page.goto('/home');
  await expect(page.getByRole('heading', { name: 'Sign in or join' })).toBeVisible();

  const own = await request.post(callback, {
    headers: { origin: baseURL ?? '' },
    maxRedirects: 0,
  });
  expect(own.headers()['set-cookie']).toContain('next-auth.session-token');
});

test('signing in as somebody else says so first, and ends the earlier session', async ({
  page,
  browser,
  complaints,
}) => {
  const first = new Person(page);
  await first.signIn();
  const cookies = await page.context().cookies();
  const elsewhere = await browser.newContext();
  const second = new Person(await elsewhere.newPage());
  await second.askForLink();

  await page.goto(await signInLink(second.email));
  await expect(page.getByText(`You are signed in as ${first.email} now.`)).toBeVisible();
  await first.confirmSignIn();

  await elsewhere.addCookies(cookies);
  const before = await elsewhere.newPage();
  complaints.listenTo(before);
  await before.goto('/home');
  await expect(before.getByRole('heading', { name: 'Sign in or join' })).toBeVisible();
  await elsewhere.close();
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
