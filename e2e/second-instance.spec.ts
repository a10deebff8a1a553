import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { abandonStreams, usageOf } from '../scripts/bench/live/abandon-streams';
import { endProcess } from '../scripts/stack/spawn-node';
import { Person } from './person';
import { secondInstance, startSecondInstance } from './second-instance';
import { expect, test } from './test';

test.describe.configure({ mode: 'serial' });

let second: ChildProcess;
test.beforeAll(async () => {
  second = await startSecondInstance();
  const isHealthy = async () =>
    (await fetch(`${secondInstance}/api/health`).catch(() => null))?.ok ?? false;
  await expect.poll(isHealthy, { timeout: 60_000 }).toBe(true);
});
test.afterAll(() => endProcess(second));

test('what is changed through one app server shows in pages of another, and so does signing out', async ({
  page,
  context,
  complaints,
}) => {
  const person = new Person(page);
  await person.signIn();
  const tab = await context.newPage();
  complaints.listenTo(tab);
  await tab.goto(`${secondInstance}/home`);
  await expect(tab.getByRole('heading', { name: 'Home' })).toBeVisible();
  await person.giveDetails();
  await expect(tab.getByText('One step left: connect to Astra')).toBeVisible();
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(tab.getByRole('heading', { name: 'Sign in or join' })).toBeVisible();
});

test('a thousand streams that browsers opened and left leave an app server as it was', async ({
  page,
}) => {
  test.slow();
  const connected = page.waitForRequest('**/api/live?*');
  await new Person(page).signIn();
  const { pathname, search } = new URL((await connected).url());
  const address = `${secondInstance}${pathname}${search}`;
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  await abandonStreams(address, { cookie }, 200);
  const before = await usageOf(second);
  await abandonStreams(address, { cookie }, 1000);
  const grown = async () => {
    const after = await usageOf(second);
    return { megabytes: (after.bytes - before.bytes) / 1e6, timers: after.timers - before.timers };
  };
  // The server hears a moment later that the last ones have left.
  await expect.poll(async () => (await grown()).timers).toBeLessThan(10);
  expect((await grown()).megabytes).toBeLessThan(20);
});

test('an app server that is told to stop ends before its grace is over, whatever browsers keep open', async ({
  page,
  complaints,
}) => {
  await new Person(page).signIn();
  await page.goto(`${secondInstance}/home`);
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible();
  // The page may be reading itself anew in that moment.
  complaints.expect(/ERR_|Failed to fetch/);
  const exited = once(second, 'exit');
  second.kill('SIGTERM');
  // Ended for what it waited for; 1 when it had to end itself.
  expect((await exited)[0]).toBe(143);
});
