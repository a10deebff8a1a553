import { hostedOrigin } from './emulator';
import { Person, press, testCards } from './person';
import { expect, test } from './test';

test('somebody who leaves Astra’s page half-way is told so and can start again', async ({
  page,
}) => {
  const person = new Person(page);
  await person.signIn();
  await person.giveDetails();
  await page.getByRole('button', { name: 'Continue to Astra' }).click();
  const astra = page.frameLocator('iframe[title^="Astra:"]');
  await press(astra, 'Cancel');
  await expect(page.getByText('You left before it was finished.')).toBeVisible();

  const again = await person.enterAstra();
  await press(again, 'Skip');
  await expect(page.getByText('No cards yet')).toBeVisible();
});

test('where framing is blocked, Astra’s page works in the whole tab', async ({ page }) => {
  const person = new Person(page);
  await person.signIn();
  await person.giveDetails();
  await person.openAstra();
  await page.getByRole('link', { name: 'Open Astra in this tab' }).click();
  await person.passAstraSecurity(page);
  await press(page, 'Add a card');
  await person.typeCard(page, testCards.visa);
  await expect(page.getByRole('heading', { name: 'Cards', level: 1 })).toBeVisible();
  await expect(page.getByText('5556')).toBeVisible();
});

test('somebody who leaves Astra’s page in the whole tab is told so as well', async ({ page }) => {
  const person = new Person(page);
  await person.signIn();
  await person.giveDetails();
  await person.openAstra();
  await page.getByRole('link', { name: 'Open Astra in this tab' }).click();
  await press(page, 'Cancel');
  await expect(page.getByText('You left before it was finished.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Continue to Astra' })).toBeVisible();
});

test('a reload is offered at the end only when the page does not move on', async ({ page }) => {
  await page.clock.install();
  const person = new Person(page);
  await person.signIn();
  await person.giveDetails();
  const astra = await person.enterAstra();
  // The answer that would move the page on never comes.
  await page.route(
    (url) => url.searchParams.has('_rsc'),
    () => {},
  );
  await press(astra, 'Skip');
  await expect(page.getByText('All done.')).toBeVisible();
  const reload = page.getByRole('button', { name: 'Reload this page' });
  await expect(reload).toBeHidden();
  await page.clock.fastForward(8_000);
  await expect(reload).toBeVisible();
  await reload.click();
  await expect(page.getByRole('heading', { name: 'Cards', level: 1 })).toBeVisible();
});

test('a message that claims success but does not come from our callback is ignored', async ({
  page,
}) => {
  const person = new Person(page);
  await person.signIn();
  await person.giveDetails();
  const astra = await person.openAstra();
  await expect(astra.getByRole('button', { name: 'Authorize' })).toBeVisible();
  await page.evaluate(() => {
    window.postMessage(
      { type: 'astra:finished', purpose: 'authorize', outcome: 'linked' },
      window.location.origin,
    );
  });
  const astraFrame = page.frames().find((frame) => frame.url().includes('127.0.0.1'));
  await astraFrame?.evaluate(() => {
    window.parent.postMessage(
      { type: 'astra:finished', purpose: 'authorize', outcome: 'linked' },
      '*',
    );
  });
  await press(astra, 'Authorize');
  await expect(astra.getByLabel('Phone number')).toHaveValue(/\d/);
});

test('the card number that is typed at Astra never reaches this app', async ({ page, baseURL }) => {
  const seen: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '')) return;
    seen.push(`${request.url()} ${request.postData() ?? ''}`);
  });
  await new Person(page).onboard();
  expect(seen.length).toBeGreaterThan(10);
  expect(seen.filter((text) => text.includes(testCards.visa))).toEqual([]);
  expect(await page.content()).not.toContain(testCards.visa);
});

test('while Astra is silent, the button that opens its page says that it takes longer', async ({
  page,
}) => {
  const person = new Person(page);
  await person.signIn();
  await person.giveDetails();
  await page.clock.install();
  // The answer with the address of Astra's page never comes.
  await page.route(
    (url) => url.pathname === '/onboarding',
    (route) => (route.request().method() === 'POST' ? undefined : route.continue()),
  );
  await page.getByRole('button', { name: 'Continue to Astra' }).click();
  await expect(page.getByRole('button', { name: 'Opening…' })).toBeVisible();
  await expect(page.getByText('This is taking longer than usual.')).toBeHidden();
  await page.clock.fastForward(6_000);
  await expect(page.getByText('This is taking longer than usual.')).toBeVisible();
});

test('where Astra’s page cannot be reached, the way around the frame is in sight on a phone', async ({
  page,
  complaints,
}) => {
  complaints.expect(/net::ERR_FAILED/);
  await page.setViewportSize({ width: 360, height: 640 });
  const person = new Person(page);
  await person.signIn();
  await person.giveDetails();
  await page.route(`${hostedOrigin}/**`, (route) => route.abort());
  await person.openAstra();
  await expect(page.locator('iframe[title^="Astra:"]')).toBeFocused();
  await expect(page.getByRole('link', { name: 'Open Astra in this tab' }).first()).toBeInViewport({
    ratio: 1,
  });
});
