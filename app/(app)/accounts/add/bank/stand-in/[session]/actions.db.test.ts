import { expect, test } from 'vitest';
import { standInProvider } from '@/lib/bank-link/stand-in/stand-in-provider';
import { callAction } from '@/testing/requests/call-action';
import { signIn } from '@/testing/requests/sign-in';
import { createPerson } from '@/testing/rows/people';
import { leaveBank, shareAccounts } from './actions';

const back = 'http://localhost:3000/api/bank-link/callback/some-state';

/** A visit that has begun. */
async function startVisit() {
  const user = await createPerson();
  const { reference, url } = await standInProvider.start({ userId: user.id, returnUrl: back });
  return { browser: await signIn(user), url, fields: { reference, return: back } };
}

test('whoever shares accounts goes back, and a second choice leads to the page that says it came too late', async () => {
  const { browser, url, fields } = await startVisit();
  const share = (key: string) => callAction(browser, shareAccounts, { ...fields, [key]: 'on' });
  expect(await share('checking')).toMatchObject({ status: 'done', result: { url: back } });
  expect(await share('savings')).toMatchObject({ status: 'done', result: { url } });
  expect(await callAction(browser, leaveBank, fields)).toMatchObject({ result: { url } });
  expect(await standInProvider.finish(fields)).toMatchObject({
    accounts: [{ name: 'Plaid Checking' }],
  });
});

test('whoever leaves goes back', async () => {
  const { browser, fields } = await startVisit();
  expect(await callAction(browser, leaveBank, fields)).toMatchObject({ result: { url: back } });
});
