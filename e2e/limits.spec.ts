import { lowerCapabilities } from './emulator';
import { Person, testCards } from './person';
import { expect, test } from './test';
import { letReceiveOnly } from './traces';

test('a lowered person sees the limit before the form, sends one payment, and sees that it is used up', async ({
  page,
}) => {
  const person = new Person(page);
  await person.onboard(testCards.visa, testCards.mastercard);
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Send money' })).toBeVisible();
  await lowerCapabilities(person.phone);
  const notice = page.getByRole('status').filter({ hasText: 'Astra has lowered your limits' });
  await expect(notice).toContainText('changed your email address several times');

  await page.getByRole('link', { name: 'Send', exact: true }).click();
  await expect(notice).toContainText(
    'one payment a day from card to card. You have not sent one yet today.',
  );
  await person.fillInAndSend('4.99');
  await expect(page.getByText('Processed')).toBeVisible();

  await page.getByRole('link', { name: 'Send', exact: true }).click();
  const usedUp = page
    .getByRole('status')
    .filter({ hasText: 'No payments from card to card left today' });
  await expect(usedUp).toContainText('you have sent today’s');
  await expect(usedUp).toContainText(
    /You can send the next one from .*\d.*, which is midnight Pacific/,
  );
  await expect(page.getByRole('button', { name: 'Review' })).toBeHidden();
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(usedUp).toBeVisible();
});

test('somebody who may only receive is told so, can choose where, and is nowhere led to send', async ({
  page,
}) => {
  const person = new Person(page);
  await person.onboard();
  await letReceiveOnly(person.email);
  const notice = page.getByRole('status').filter({ hasText: 'You can receive money here' });
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(notice).toBeVisible();
  await expect(page.getByRole('link', { name: 'Send money' })).toBeHidden();

  await page.getByRole('link', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Send money', level: 1 })).toBeVisible();
  await expect(notice).toContainText('Sending takes a full identity check.');
  await expect(page.getByLabel('Amount')).toBeHidden();
  await notice.getByRole('link', { name: 'Choose where you receive money' }).click();
  await page.getByText('Visa ending in 5556').click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved')).toBeVisible();
});

test('somebody who may only receive from now on cannot send what was composed before', async ({
  page,
}) => {
  const person = new Person(page);
  await person.onboard(testCards.visa, testCards.mastercard);
  await page.getByRole('link', { name: 'Send', exact: true }).click();
  await page.getByLabel('Amount').fill('4.99');
  await person.review();
  await letReceiveOnly(person.email);
  await person.confirm();
  await expect(page.getByRole('alert').filter({ hasText: 'not send any' })).toBeVisible();
  await expect(page.getByText('No money has moved.')).toBeVisible();
});
