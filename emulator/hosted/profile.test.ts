import { expect, test } from 'vitest';
import { testEmulator } from '../testing/emulator';
import {
  authenticate,
  authorizeUrl,
  bearer,
  createIntent,
  exchange,
  person,
} from '../testing/person';
import { submit, type VisitedPage, visit } from '../testing/visitor';
import { waitFor } from '../testing/wait-for';

const phone = '5550001111';

function typed(change: Record<string, string> = {}) {
  const { phone: _phone, ip_address: _ip, ...fields } = person();
  return { ...fields, ...change };
}

function afterReview(page: VisitedPage): Promise<URL> {
  return waitFor('the identity check', async () => page.left ?? (await visit(page.url)).left);
}

test('somebody whom nobody has handed in fills in a profile and becomes an intent and a user', async () => {
  const emulator = await testEmulator();
  const url = authorizeUrl(emulator, { bypass_connect: 'true' });
  const form = await authenticate(emulator, url, phone);
  expect(form.heading).toBe('Tell us who you are');
  expect(form.html).toContain('(555) 000-1111');
  const page = await submit(form, 'Continue', typed({ preferred_first_name: 'Ed' }));
  const tokens = await exchange(emulator, await afterReview(page));
  const user = await emulator.call('GET', '/v1/user', { auth: bearer(tokens) });
  expect(user.body).toMatchObject({
    status: 'approved',
    phone: `+1${phone}`,
    email: 'edmund@example.com',
    preferred_first_name: 'Ed',
  });
  const [sent] = await waitFor('the intent', () => {
    const events = emulator.receiver.ofType('user_intent_updated');
    return events.length > 0 && events;
  });
  const path = `/v1/user_intent/${sent?.event.resource_id}`;
  const intent = await emulator.call('GET', path, { auth: emulator.basic });
  expect(intent.body).toMatchObject({ status: 'converted_to_user', user_id: user.id });
});

test('what is wrong stands beside each field, and all but the SSN is still there', async () => {
  const emulator = await testEmulator();
  const form = await authenticate(emulator, authorizeUrl(emulator, {}), phone);
  const page = await submit(
    form,
    'Continue',
    typed({
      last_name: '',
      date_of_birth: '2999-01-01',
      ssn: '98765',
      email: 'edmund',
      address1: 'PO Box 7',
      state: 'Cal',
      postal_code: '943',
      city: 'Menlo Park',
    }),
  );
  for (const text of [
    'Enter the last name.',
    'Enter a date of birth that is in the past.',
    'Enter the last four digits, or all nine.',
    'Enter an e-mail address, such as ann@example.com.',
    'a post office box is not taken',
    'Enter two letters, such as CA.',
    'Enter the five digits of the ZIP code.',
  ]) {
    expect(page.html).toContain(text);
  }
  for (const value of ['Edmund', '2999-01-01', 'edmund', 'PO Box 7', 'Cal', '943', 'Menlo Park']) {
    expect(page.html).toContain(`value="${value}"`);
  }
  expect(page.html).not.toContain('98765');
});

test('the fourth profile for one e-mail address is refused beside the field', async () => {
  const emulator = await testEmulator();
  for (let times = 0; times < 3; times += 1) await createIntent(emulator, person());
  const form = await authenticate(emulator, authorizeUrl(emulator, {}), phone);
  const page = await submit(form, 'Continue', typed());
  expect(page.html).toContain('This e-mail address has been used too often.');
});

test('a profile sent twice makes one intent', async () => {
  const emulator = await testEmulator();
  const url = authorizeUrl(emulator, { bypass_connect: 'true' });
  const form = await authenticate(emulator, url, phone);
  const pages = await Promise.all([1, 2].map(() => submit(form, 'Continue', typed())));
  await Promise.all(pages.map(afterReview));
  // Two more fit below the limit of three.
  await createIntent(emulator, person({ phone: '+15557770001' }));
  await createIntent(emulator, person({ phone: '+15557770002' }));
});

test('what the values steer holds for a typed profile as well', async () => {
  const emulator = await testEmulator();
  const form = await authenticate(emulator, authorizeUrl(emulator, {}), phone);
  const waiting = await submit(form, 'Continue', typed({ date_of_birth: '1970-01-01' }));
  const refused = await waitFor('the rejection', async () => {
    const page = await visit(waiting.url);
    return page.heading === 'We can’t open an account for you' && page;
  });
  const { left } = await submit(refused, 'Return to Partner App');
  expect(left?.search).toBe('?error=access_denied');
});

test('the e-mail address in a link fills in the form, and must be the one of an intent', async () => {
  const emulator = await testEmulator();
  const email = 'ann@example.com';
  const form = await authenticate(emulator, authorizeUrl(emulator, { email }), phone);
  expect(form.html).toContain('value="ann@example.com"');
  const intentId = await createIntent(emulator, person());
  const link = (address: string) =>
    visit(authorizeUrl(emulator, { user_intent_id: intentId, email: address }));
  expect((await link('EDMUND@example.com')).status).toBe(200);
  const refused = await link(email);
  expect([refused.status, refused.heading]).toEqual([400, 'This link doesn’t work']);
  expect(refused.html).toContain('Invalid email');
});
