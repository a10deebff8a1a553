import { expect, test } from 'vitest';
import { type TestEmulator, testEmulator } from '../testing/emulator';
import { openHosted } from '../testing/hosted-link';
import { onboard } from '../testing/person';
import { submit, type VisitedPage } from '../testing/visitor';
import { waitFor } from '../testing/wait-for';

const path = '/institutions/connect';
const checking = { account_1111222233330000: 'yes' };
const savings = { account_1111222233331111: 'yes' };

async function chooseAccounts(banks: VisitedPage, username = 'user_good'): Promise<VisitedPage> {
  const login = await submit(banks, 'Houndstooth Bank');
  return submit(login, 'Sign in', { username, password: 'pass_good' });
}

async function accountsOf(emulator: TestEmulator, auth: string) {
  const { body } = await emulator.call('GET', '/v1/accounts', { auth });
  return body.accounts;
}

test('a person chooses a bank, signs in, and links the accounts that are ticked', async () => {
  const emulator = await testEmulator();
  const { auth, phone } = await onboard(emulator);
  const banks = await openHosted(emulator, path, { phone, state: 's' });
  expect(banks.heading).toBe('Connect New Bank');
  const page = await chooseAccounts(banks);
  expect(page.heading).toBe('Choose your accounts');
  const { left } = await submit(page, 'Link accounts', savings);
  expect(left?.search).toBe('?state=s');
  expect(await accountsOf(emulator, auth)).toMatchObject([
    {
      name: 'Plaid Saving',
      subtype: 'savings',
      mask: '1111',
      institution_name: 'Houndstooth Bank',
      connection_status: 'connected',
      current_balance: 2500,
    },
  ]);
});

test('a wrong login is told beside the field; the username stays, the password does not', async () => {
  const emulator = await testEmulator();
  const { phone } = await onboard(emulator);
  const banks = await openHosted(emulator, path, { phone });
  const login = await submit(banks, 'Tartan Credit Union');
  expect(login.heading).toBe('Sign in to Tartan Credit Union');
  const empty = await submit(login, 'Sign in', {});
  expect(empty.html).toContain('Enter your username at the bank.');
  const wrong = await submit(login, 'Sign in', { username: 'user_good', password: 'hunter22' });
  expect(wrong.html).toContain('The bank does not know this username with this password.');
  expect(wrong.html).toContain('value="user_good"');
  expect(wrong.html).not.toContain('hunter22');
});

test('another bank can be chosen after all', async () => {
  const emulator = await testEmulator();
  const { auth, phone } = await onboard(emulator);
  const banks = await openHosted(emulator, path, { phone });
  await submit(banks, 'Tartan Credit Union');
  const page = await chooseAccounts(banks);
  await submit(page, 'Link accounts', checking);
  expect(await accountsOf(emulator, auth)).toMatchObject([
    { institution_name: 'Houndstooth Bank' },
  ]);
});

test('at least one account has to be chosen', async () => {
  const emulator = await testEmulator();
  const { phone } = await onboard(emulator);
  const page = await chooseAccounts(await openHosted(emulator, path, { phone }));
  const again = await submit(page, 'Link accounts');
  expect(again.html).toContain('Choose at least one account that is not linked yet.');
});

test('an account is linked once, however often the form is sent', async () => {
  const emulator = await testEmulator();
  const { auth, phone } = await onboard(emulator);
  const page = await chooseAccounts(await openHosted(emulator, path, { phone }));
  const first = await submit(page, 'Link accounts', checking);
  const second = await submit(page, 'Link accounts', checking);
  expect(second.left?.href).toBe(first.left?.href);
  const later = await chooseAccounts(await openHosted(emulator, path, { phone }));
  expect(later.html).toContain('linked already');
  const refused = await submit(later, 'Link accounts', checking);
  expect(refused.html).toContain('Choose at least one account that is not linked yet.');
  expect(await accountsOf(emulator, auth)).toHaveLength(1);
});

test('a broken connection is mended by signing in again', async () => {
  const emulator = await testEmulator();
  const { auth, phone } = await onboard(emulator);
  const page = await chooseAccounts(await openHosted(emulator, path, { phone }), 'user_breaks');
  await submit(page, 'Link accounts', checking);
  const [{ id }] = await waitFor('the break', async () => {
    const accounts = await accountsOf(emulator, auth);
    return isBroken(accounts) && accounts;
  });
  const login = await openHosted(emulator, path, { phone, account_id: id, state: 's' });
  expect(login.heading).toBe('Sign in to Houndstooth Bank');
  expect(login.html).toContain('The connection to Plaid Checking');
  const fields = { username: 'user_good', password: 'pass_good' };
  const { left } = await submit(login, 'Sign in', fields);
  expect(left?.search).toBe('?state=s');
  expect(await accountsOf(emulator, auth)).toMatchObject([{ id, connection_status: 'connected' }]);
});

function isBroken(accounts: unknown): accounts is [{ id: string }] {
  return JSON.stringify(accounts).includes('"connection_status":"error"');
}

test('somebody else’s account cannot be connected again, nor one that does not exist', async () => {
  const emulator = await testEmulator();
  const { auth, phone } = await onboard(emulator);
  const page = await chooseAccounts(await openHosted(emulator, path, { phone }));
  await submit(page, 'Link accounts', checking);
  const accounts = await accountsOf(emulator, auth);
  const id = /"id":"([^"]+)"/.exec(JSON.stringify(accounts))?.[1] ?? '';
  const change = { phone: '+15557770001', email: 'other@example.com' };
  const other = await onboard(emulator, { change });
  const refused = await openHosted(emulator, path, { phone: other.phone, account_id: id });
  expect(refused.heading).toBe('This link is not for you');
});
