import { Person } from './person';
import { expect, test } from './test';
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
