import { Person, testCards } from './person';
import { expect, test } from './test';
import { expireCard } from './traces';

test('a card is never offered as both ends: with two cards, the other one takes its place', async ({
  page,
}) => {
  const person = new Person(page);
  await person.onboard(testCards.visa, testCards.mastercard);
  await page.getByRole('link', { name: 'Send', exact: true }).click();
  const from = page.getByRole('group', { name: 'From' });
  const to = page.getByRole('group', { name: 'To' });
  const visa = { name: /Visa ending in 5556/ };
  const mastercard = { name: /Mastercard ending in 7075/ };

  await from.getByText('Mastercard ending in 7075').click();
  await expect(to.getByRole('radio', mastercard)).toBeDisabled();
  await expect(to.getByText('You are sending from this card.')).toBeVisible();
  await expect(to.getByRole('radio', visa)).toBeChecked();

  await from.getByRole('radio', mastercard).press('ArrowDown');
  await expect(from.getByRole('radio', visa)).toBeChecked();
  await expect(from.getByRole('radio', visa)).toBeFocused();
  await expect(to.getByRole('radio', visa)).toBeDisabled();
  await expect(to.getByRole('radio', mastercard)).toBeChecked();
});

test('a card whose date has passed is shown as expired, and money goes between the others', async ({
  page,
}) => {
  const person = new Person(page);
  await person.onboard(testCards.visa, testCards.mastercard);
  await expireCard(person.email, testCards.visa);
  await page.getByRole('link', { name: 'Send', exact: true }).click();
  const from = page.getByRole('group', { name: 'From' });
  await expect(from.getByRole('radio', { name: /Visa ending in 5556/ })).toBeDisabled();
  await expect(from.getByText('This card has expired.')).toBeVisible();
  await expect(from.getByRole('radio', { name: /ending in 7075/ })).toBeEnabled();

  await page.getByRole('link', { name: 'Cards', exact: true }).click();
  await expect(page.getByRole('link', { name: /Expired.*ending in 5556/ })).toBeVisible();
  await person.addCard(testCards.noPull);
  await page.getByRole('link', { name: 'Send', exact: true }).click();
  await expect(from.getByRole('radio', { name: /Visa ending in 5556/ })).toBeDisabled();
  await expect(from.getByRole('radio', { name: /ending in 7075/ })).toBeChecked();
  const to = page.getByRole('group', { name: 'To' });
  await expect(to.getByRole('radio', { name: /Visa ending in 5556/ })).toBeDisabled();
  await expect(to.getByRole('radio', { name: /ending in 1117/ })).toBeChecked();
});

test('of seven cards two are picked from lists, by keyboard too, and survive a refusal', async ({
  page,
}) => {
  const person = new Person(page);
  await person.onboard(testCards.noPull, ...many);
  await page.getByRole('link', { name: 'Send', exact: true }).click();
  const from = page.getByLabel('From', { exact: true });
  const to = page.getByLabel('To', { exact: true });
  await expect(from).toHaveValue('');
  await expect(from.locator('option:disabled')).toHaveText(/^1117 Visa/);
  await expect(from.locator('optgroup:disabled')).toHaveAttribute('label', /does not let it send/);

  await page.getByLabel('Amount').fill('0');
  await from.focus();
  await page.keyboard.type('7075');
  await expect(from.locator('option:checked')).toHaveText(/^7075 Mastercard/);
  await expect(from).toBeFocused();
  await expect(to.locator('option:disabled')).toHaveText(/^7075 Mastercard/);
  await to.selectOption({ label: '1117 Visa, Expires 12/34' });
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(page.getByLabel('Amount')).toHaveAccessibleDescription(/above zero/);
  await expect(from.locator('option:checked')).toHaveText(/^7075 Mastercard/);
  await expect(to.locator('option:checked')).toHaveText(/^1117 Visa/);

  await page.getByLabel('Amount').fill('4.99');
  await person.review();
  await person.confirm();
  await expect(page.getByText('Processed')).toBeVisible();
  await expect(page.getByText('Mastercard ending in 7075')).toBeVisible();
  await expect(page.getByText('Visa ending in 1117')).toBeVisible();
});

const many = [
  testCards.mastercard,
  testCards.visa,
  testCards.waiting,
  '4403930000003031',
  '4242424242424242',
  '4603690000004045',
];
