import { expectAccessible } from './expect-accessible';
import { Person, testCards } from './person';
import { expect, test } from './test';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page (${colorScheme})`, async ({ browser, complaints }) => {
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    complaints.listenTo(page);
    for (const path of [
      '/',
      '/sign-in',
      '/sign-in/check-email',
      '/astra/finished?outcome=failed',
    ]) {
      await page.goto(path);
      await expectAccessible(page);
    }
    const person = new Person(page);
    await person.signIn();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Begin' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByText('Please check the marked fields.')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Home', exact: true }).click();
    await person.giveDetails();
    await expectAccessible(page);
    const astra = await person.enterAstra();
    await expectAccessible(page);
    await person.linkFirstCard(astra, testCards.visa);
    await person.addCard(testCards.mastercard);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Send', exact: true }).click();
    await expect(page.getByLabel('Amount')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Home', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
    await page.getByRole('link', { name: 'Send', exact: true }).click();
    await page.getByLabel('Amount').fill('4.99');
    await page.getByRole('group', { name: 'To' }).getByText('Another person').click();
    await expectAccessible(page);
    await page.getByRole('group', { name: 'To' }).getByText('Mastercard').click();
    await person.review();
    await expectAccessible(page);
    await person.confirm();
    await expect(page.getByText('Processed')).toBeVisible();
    await expectAccessible(page);
    await page.goBack();
    await expect(page.getByText('You have sent this payment')).toBeVisible();
    await expectAccessible(page);
    for (const name of ['Home', 'Activity']) {
      await page.getByRole('link', { name, exact: true }).first().click();
      await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
      await expectAccessible(page);
    }
    for (const path of ['/accounts', '/accounts/add', '/settings/receiving']) {
      await page.goto(path);
      await expectAccessible(page);
    }
    await context.close();
  });
}
