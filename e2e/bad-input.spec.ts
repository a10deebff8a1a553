import { Person, testCards } from './person';
import { expect, test } from './test';

test('the details form names each mistake beside its field and keeps what was typed, except the SSN', async ({
  page,
}) => {
  await new Person(page).signIn();
  await page.getByRole('link', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'Fill in the sandbox person' }).click();
  await page.getByLabel('Mobile number').fill('12345');
  await page.getByLabel('ZIP code').fill('9430');
  await page.getByLabel('Date of birth').fill('2020-01-01');
  await page.getByRole('button', { name: 'Continue' }).click();

  const summary = page.getByRole('alert').filter({ hasText: 'Please check the marked fields.' });
  await expect(summary).toBeFocused();
  await expect(page.getByLabel('Mobile number')).toHaveAccessibleDescription(
    /Enter a US mobile number with ten digits\./,
  );
  await expect(page.getByLabel('ZIP code')).toHaveAccessibleDescription(/five digits/);
  await expect(page.getByLabel('Date of birth')).toHaveAccessibleDescription(/at least 18/);
  await expect(page.getByLabel('Mobile number')).toHaveValue('12345');
  await expect(page.getByLabel('First name')).toHaveValue('Edmund');
  await expect(page.getByLabel('State')).toHaveValue('CA');
  await expect(page.getByLabel('Social Security number')).toHaveValue('');
});

test('a field’s message goes when the field is edited, and the others stay', async ({ page }) => {
  await new Person(page).signIn();
  await page.getByRole('link', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'Fill in the sandbox person' }).click();
  const [phone, zip] = [page.getByLabel('Mobile number'), page.getByLabel('ZIP code')];
  await phone.fill('12345');
  await zip.fill('9430');
  await page.getByRole('button', { name: 'Continue' }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'Please check the marked fields.' });
  await expect(summary.getByRole('link')).toHaveCount(2);

  await phone.press('End');
  await phone.pressSequentially('6');
  await expect(phone).not.toHaveAttribute('aria-invalid');
  await expect(phone).toHaveAccessibleDescription('Astra texts a code to it.');
  await expect(phone).toHaveValue('123456');
  await expect(zip).toHaveAttribute('aria-invalid', 'true');
  await expect(summary.getByRole('link')).toHaveText([/five digits/]);

  await page.getByRole('button', { name: 'Fill in the sandbox person' }).click();
  await expect(zip).not.toHaveAttribute('aria-invalid');
  await expect(summary).toBeHidden();

  await phone.fill('12345');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(summary).toBeFocused();
  await expect(phone).toHaveAttribute('aria-invalid', 'true');
});

test('somebody whom Astra rejects is told so and is not sent to its pages', async ({ page }) => {
  await new Person(page).signIn();
  await page.getByRole('link', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'Fill in the sandbox person' }).click();
  await page.getByLabel('Date of birth').fill('1970-01-01');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Astra could not approve your account')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Continue to Astra' })).toBeHidden();
});

test('the send form refuses amounts that are none, and keeps what was chosen', async ({ page }) => {
  const person = new Person(page);
  await person.onboard(testCards.visa, testCards.mastercard);
  await page.getByRole('link', { name: 'Send', exact: true }).click();

  const from = page.getByRole('group', { name: 'From' });
  const to = page.getByRole('group', { name: 'To' });
  const visa = { name: /Visa ending in 5556/ };
  const mastercard = { name: /Mastercard ending in 7075/ };
  await from.getByText('Mastercard ending in 7075').click();
  for (const [typed, sentence] of [
    ['', 'Enter an amount.'],
    ['0', 'Enter an amount above zero.'],
    ['-5', 'without a minus sign'],
    ['4.999', 'at most two digits'],
    ['1e3', 'in digits'],
  ] as const) {
    await page.getByLabel('Amount').fill(typed);
    await page.getByRole('button', { name: 'Review' }).click();
    await expect(page.getByLabel('Amount')).toHaveAccessibleDescription(new RegExp(sentence));
    await expect(page.getByLabel('Amount')).toHaveValue(typed);
    await expect(from.getByRole('radio', mastercard)).toBeChecked();
    await expect(to.getByRole('radio', visa)).toBeChecked();
  }
});

test('an address with an unknown id, or with somebody else’s, is a 404 page', async ({
  page,
  browser,
  complaints,
}) => {
  complaints.expect(/404/);
  const owner = new Person(page);
  await owner.onboard(testCards.visa, testCards.mastercard);
  await owner.send('7.31');
  await expect(page.getByText('Processed')).toBeVisible();
  const path = new URL(page.url()).pathname;

  const context = await browser.newContext();
  const strangerPage = await context.newPage();
  await new Person(strangerPage).signIn();
  for (const address of [
    path,
    '/transfers/0199f3c0-0000-7000-8000-000000000000',
    '/transfers/not-an-id',
    '/payments/0199f3c0-0000-7000-8000-000000000000',
    '/nothing',
  ]) {
    const answer = await strangerPage.goto(address);
    expect(answer?.status()).toBe(404);
    await expect(
      strangerPage.getByRole('heading', { name: 'There is nothing here' }),
    ).toBeVisible();
    await expect(strangerPage).toHaveTitle('Not found · Larkspur');
    await expect(strangerPage.getByText('7.31')).toHaveCount(0);
  }
  await context.close();
});
