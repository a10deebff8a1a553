import { Person, testCards } from './person';
import { expect, test } from './test';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page scrolls sideways on a phone (${colorScheme})`, async ({ browser, complaints }) => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      colorScheme,
      hasTouch: true,
    });
    const page = await context.newPage();
    complaints.listenTo(page);
    const fits = async () => {
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, page.url()).toBe(0);
    };
    for (const path of ['/', '/sign-in', '/sign-in/check-email', '/astra/finished']) {
      await page.goto(path);
      await fits();
    }
    const person = new Person(page);
    await person.onboardByHand();
    await person.addCard(testCards.mastercard);
    await person.send('4.99');
    await expect(page.getByText('Processed')).toBeVisible();
    await fits();
    for (const path of [
      '/home',
      '/cards',
      '/cards/add',
      '/accounts',
      '/accounts/add',
      '/send',
      '/routines',
      '/transfers',
      '/settings/receiving',
    ]) {
      await page.goto(path);
      await fits();
    }
    await context.close();
  });
}

for (const width of [360, 1280]) {
  test(`Astra’s first page shows whole in its frame at a width of ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    const person = new Person(page);
    await person.signIn();
    await person.giveDetails();
    const astra = await person.openAstra();
    await expect(astra.getByRole('button', { name: 'Authorize' })).toBeVisible();
    const hidden = await astra
      .locator('html')
      .evaluate((root) => root.scrollHeight - root.clientHeight);
    expect(hidden).toBe(0);
  });
}
