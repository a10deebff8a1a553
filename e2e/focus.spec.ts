import { Person, press } from './person';
import { expect, test } from './test';

test('the focus follows the onboarding: to each new step, into Astra’s page, and back', async ({
  page,
}) => {
  const person = new Person(page);
  await person.signIn();
  await person.giveDetails();
  await expect(page.getByRole('heading', { name: 'Connect to Astra' })).toBeFocused();

  const astra = await person.openAstra();
  await expect(page.locator('iframe[title^="Astra:"]')).toBeFocused();
  await press(astra, 'Cancel');
  await expect(page.locator(':focus')).toContainText('You left before it was finished.');
});

test('somebody whom Astra stops hears so, because the focus goes there', async ({ page }) => {
  const person = new Person(page);
  await person.signIn();
  await page.getByRole('link', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'Fill in the sandbox person' }).click();
  await page.getByLabel('Date of birth').fill('1970-01-01');
  await page.getByRole('button', { name: 'Continue' }).click();
  const heading = page.getByRole('heading', { name: 'Astra could not approve your account' });
  await expect(heading).toBeFocused();
});

test('a step that comes by itself leaves the focus where the person has put it', async ({
  page,
}) => {
  const person = new Person(page);
  await person.signIn();
  await page.getByRole('link', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'Fill in the sandbox person' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'About you' })).toBeHidden();
  const account = page.getByRole('button', { name: 'Account' });
  await account.focus();
  await expect(page.getByRole('heading', { name: 'Connect to Astra' })).toBeVisible();
  await expect(account).toBeFocused();
});
