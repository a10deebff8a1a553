import type { Route } from 'playwright/test';
import { Person } from './person';
import { expect, test } from './test';
import { changeOften } from './traces';
import { setHidden } from './visibility';

test('the live stream speaks at once, and nothing on the way may collect or compress it', async ({
  page,
}) => {
  const connected = page.waitForRequest('**/api/live?*');
  await new Person(page).signIn();
  const opened = await page.evaluate(async (address) => {
    const stop = new AbortController();
    // Nothing of this person's changes meanwhile: what comes is what the stream begins with.
    const answer = await fetch(address, { signal: stop.signal });
    const first = await answer.body?.getReader().read();
    stop.abort();
    return {
      headers: Object.fromEntries(answer.headers),
      text: new TextDecoder().decode(first?.value),
    };
  }, (await connected).url());
  expect(opened.text).toContain('event: change');
  expect(opened.headers).toMatchObject({
    'content-type': expect.stringContaining('text/event-stream'),
    'cache-control': expect.stringContaining('no-transform'),
    'x-accel-buffering': 'no',
  });
  expect(opened.headers).not.toHaveProperty('content-encoding');
});

test('a tab that was hidden reads its page anew when it is looked at again', async ({ page }) => {
  await new Person(page).signIn();
  await setHidden(page, true);
  const reread = page.waitForRequest((request) => new URL(request.url()).searchParams.has('_rsc'));
  const opened = page.waitForRequest('**/api/live?*');
  await setHidden(page, false);
  await opened;
  await reread;
});

for (const [what, block] of [
  ['is blocked', (route: Route) => route.abort()],
  // Nothing of it arrives, and the browser waits.
  ['is held back on its way', () => {}],
] as const) {
  test(`where the stream ${what}, the page asks every so often, and says so`, async ({
    page,
    context,
    complaints,
  }) => {
    complaints.expect(/api\/live\?/);
    await page.route(/\/api\/live\?/, block);
    await new Person(page).signIn();
    await expect(page.getByText(/checked every 15 seconds/)).toBeVisible({ timeout: 30_000 });

    const tab = await context.newPage();
    complaints.listenTo(tab);
    await tab.goto('/home');
    await new Person(tab).giveDetails();
    await expect(page.getByText('One step left: connect to Astra')).toBeVisible({
      timeout: 30_000,
    });
    await tab.getByRole('button', { name: 'Account' }).click();
    await tab.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in or join' })).toBeVisible({
      timeout: 30_000,
    });
  });
}

test('on a phone, what says that the page asks every so often covers nothing at its end', async ({
  page,
  complaints,
}) => {
  complaints.expect(/api\/live\?/);
  await page.setViewportSize({ width: 360, height: 400 });
  await page.route(/\/api\/live\?/, (route) => route.abort());
  await new Person(page).signIn();
  const words = page.getByText(/checked every 15 seconds/);
  await expect(words).toBeVisible({ timeout: 30_000 });
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  const last = page.getByRole('link', { name: 'Begin' });
  const gap = async () => {
    const [above, below] = await Promise.all([last.boundingBox(), words.boundingBox()]);
    return above && below ? below.y - (above.y + above.height) : null;
  };
  await expect.poll(gap).toBeGreaterThan(0);
});

test('however much changes, an open page reads itself anew about once a second', async ({
  page,
}) => {
  const person = new Person(page);
  await person.signIn();
  let reads = 0;
  page.on('request', (request) => {
    const isLink = request.headers()['next-router-prefetch'] !== undefined;
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === '/home' && searchParams.has('_rsc') && !isLink) reads += 1;
  });
  const startedAt = performance.now();
  const isReadOften = async () => {
    await changeOften(person.email, 500);
    return reads >= 8;
  };
  await expect.poll(isReadOften, { intervals: [10], timeout: 60_000 }).toBe(true);
  // The look of its opening may come, and the first change, without a pause.
  expect(performance.now() - startedAt).toBeGreaterThan(5_000);
});
